/** F1 at 5 and at 10, in percent. */
export type F1Pair = [at5: number, at10: number];

/**
 * What others reach on the same files by the same protocol (inspec dev; the first 500 papers with gold of hf-daily dev
 * and of author-keywords dev), measured on one machine.
 */
export const keyphrasePeers: { name: string; scores: [inspec: F1Pair, hfDaily: F1Pair, authors: F1Pair] }[] =
	[
		{
			name: 'YAKE',
			scores: [
				[18.1, 20.3],
				[5.6, 7.3],
				[11.8, 12.8]
			]
		},
		{
			name: 'SingleRank (pke)',
			scores: [
				[27.6, 33.5],
				[11.8, 18.1],
				[7.3, 8.7]
			]
		},
		{
			name: 'PositionRank (pke)',
			scores: [
				[27.5, 31.1],
				[12.7, 18.6],
				[11.4, 11.5]
			]
		},
		{
			name: 'TopicRank (pke)',
			scores: [
				[25.7, 27.9],
				[11.9, 17.5],
				[10.0, 9.1]
			]
		},
		{
			name: 'Kea (pke)',
			scores: [
				[16.7, 20.4],
				[10.5, 12.2],
				[15.8, 14.9]
			]
		},
		{
			name: 'pytextrank',
			scores: [
				[27.2, 32.3],
				[13.0, 18.3],
				[8.6, 8.9]
			]
		},
		{
			name: 'SGRank',
			scores: [
				[25.8, 29.8],
				[9.9, 12.4],
				[9.4, 7.8]
			]
		},
		{
			name: 'KeyBERT, MiniLM, noun chunks (first 50)',
			scores: [
				[29.7, 34.6],
				[10.9, 22.9],
				[5.7, 6.4]
			]
		}
	];

/** scispaCy's abbreviations on Medstract, in percent. */
export const acronymPeer = { name: 'scispaCy', precision: 92.8, recall: 73.4 };
