/** What a password gives: `editing` changes what people keep and ingests, `reading` only looks and runs queries. */
export type Role = 'editing' | 'reading';
