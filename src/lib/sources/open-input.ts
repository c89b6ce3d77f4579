import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { SourceError } from '#lib/domain/errors.ts';
import { cutAtWord, paperLimits } from '#lib/domain/limits.ts';
import { cleanText } from './clean-text.ts';
import { gunzipped, isGzip } from './gunzipped.ts';
import { UnreadableRestError } from './unreadable-rest.ts';

/** The file that stands for standard input, and what it is called in reports. */
export const standardInputFile = '-';
export const standardInputName = 'standard input';

/** What there is to read: bytes, and the first of them. */
export interface Input {
	/** Its name in reports: the file's without its folder. */
	name: string;
	/** The first bytes, as many as were asked for where there are so many. */
	head: Uint8Array;
	/** All bytes, the first ones too. */
	bytes: AsyncIterable<Uint8Array>;
}

/** The first bytes of a stream, and the stream with them: its first chunk holds them all. */
async function withHead(
	stream: AsyncIterable<Uint8Array>,
	size: number
): Promise<Pick<Input, 'head' | 'bytes'>> {
	const chunks = stream[Symbol.asyncIterator]();
	const first: Uint8Array[] = [];
	let length = 0;
	let failed: { error: Error } | null = null;
	while (length < size) {
		try {
			const next = await chunks.next();
			if (next.done === true) break;
			first.push(next.value);
			length += next.value.length;
		} catch (cause) {
			const error = cause instanceof Error ? cause : new Error(String(cause));
			// What came before is read, and then the failure met.
			if (length === 0) throw error;
			failed = { error };
			break;
		}
	}
	const head = Buffer.concat(first);
	async function* all() {
		if (head.length > 0) yield head;
		if (failed) throw failed.error;
		yield* { [Symbol.asyncIterator]: () => chunks };
	}
	return { head: head.subarray(0, size), bytes: all() };
}

/** Why a file cannot be opened, by the operating system's code. */
const reasons: Record<string, string> = {
	ENOENT: 'there is no such file',
	EISDIR: 'it is a folder',
	EACCES: 'it may not be read'
};

function sourceError(path: string, cause: unknown): SourceError {
	const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
	const reason = cause instanceof UnreadableRestError ? cause.message : reasons[code];
	return new SourceError(
		path,
		reason ?? 'the file cannot be read',
		'Give the path of a file of papers.',
		null,
		{ cause }
	);
}

/**
 * Opens a file, or standard input for `-`, and unpacks what gzip packed. `headBytes`: how much of its beginning is wanted.
 * Throws SourceError where it cannot be opened.
 */
export async function openInput(
	path: string,
	standardInput: () => AsyncIterable<Uint8Array>,
	headBytes: number
): Promise<Input> {
	const isStandard = path === standardInputFile;
	const name = isStandard ? standardInputName : cutAtWord(cleanText(basename(path)), paperLimits.source.most);
	try {
		const stream: AsyncIterable<Uint8Array> = isStandard ? standardInput() : createReadStream(path);
		const raw = await withHead(stream, 2);
		const unpacked = isGzip(raw.head) ? gunzipped(raw.bytes) : raw.bytes;
		return { name, ...(await withHead(unpacked, headBytes)) };
	} catch (cause) {
		throw sourceError(isStandard ? name : path, cause);
	}
}
