import { formats } from '#lib/sources/formats.ts';

/** What ingest reads, from the table by which it reads. */
export function load() {
	return { formats: [...new Map(formats.map(({ name, expects }) => [name, expects]))] };
}
