import type { Paper } from '#lib/domain/paper.ts';
import type { Note, Omission, Reader, Rejection, Source } from '#lib/sources/source-record.ts';

/** Bytes as a file or a pipe gives them: in pieces of a size. */
export async function* inPieces(bytes: Uint8Array, size = 64 * 1024): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

export interface FoundIn {
	papers: Paper[];
	rejected: Rejection[];
	omitted: Omission[];
	notes: Note[];
}

/** All that a reader finds in a text. */
export async function foundIn(
	read: Reader,
	text: string | Uint8Array,
	given: Partial<Source> = {},
	pieces?: number
): Promise<FoundIn> {
	const source = { file: 'a file', year: null, lastYear: 2027, columns: {}, ...given };
	const found: FoundIn = { papers: [], rejected: [], omitted: [], notes: [] };
	for await (const finding of read(inPieces(Buffer.from(text), pieces), source)) {
		if ('rejected' in finding) found.rejected.push(finding.rejected);
		else if ('noted' in finding) found.notes.push(finding.noted);
		else {
			found.papers.push(finding.paper);
			found.omitted.push(...finding.omitted);
		}
	}
	return found;
}
