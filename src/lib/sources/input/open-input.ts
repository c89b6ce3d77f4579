import { createReadStream } from 'node:fs';
import { opendir, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { SourceError } from '#lib/domain/errors.ts';
import { cutAtWord, paperLimits } from '#lib/domain/limits.ts';
import { compare } from '#lib/domain/order.ts';
import { cleanText } from '#lib/sources/fields/clean-text.ts';
import { gunzipped, isGzip } from './gunzipped.ts';
import { UnreadableRestError } from './unreadable-rest.ts';
import { isZip, unzipped } from './unzipped.ts';

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
	/** True for one of the many files of a folder or an archive, of which not all need be papers. */
	isOneOfMany: boolean;
	/** Of a page that was fetched: its format, how many records lie before it, and how many of its own are wanted. */
	page?: { format: string; before: number; wanted: number };
}

type Bytes = AsyncIterable<Uint8Array>;

/** The first bytes of a stream, and the stream with them: its first chunk holds them all. */
async function withHead(stream: Bytes, size: number): Promise<Pick<Input, 'head' | 'bytes'>> {
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

/** What an input is called in reports: of a path or an address as much as is stored of a source. */
export function shownName(path: string): string {
	return cutAtWord(cleanText(path), paperLimits.source.most);
}

/** How many bytes tell of a file that it is packed. */
const packedHead = 4;

/** What is in a stream: itself, what gzip packed, or the files of an archive. */
export async function* inputsIn(
	stream: Bytes,
	name: string,
	headBytes: number,
	isOneOfMany: boolean
): AsyncGenerator<Input> {
	const raw = await withHead(stream, packedHead);
	if (!isZip(raw.head)) {
		const unpacked = isGzip(raw.head) ? gunzipped(raw.bytes) : raw.bytes;
		yield { name, isOneOfMany, ...(await withHead(unpacked, headBytes)) };
		return;
	}
	for await (const file of unzipped(raw.bytes)) {
		const inside = shownName(`${name}/${basename(file.name)}`);
		try {
			const opened = await withHead(file.bytes, packedHead);
			// An archive in an archive is how a bomb is made; nobody keeps papers so.
			const unpacked = isGzip(opened.head) ? gunzipped(opened.bytes) : opened.bytes;
			yield { name: inside, isOneOfMany: true, ...(await withHead(unpacked, headBytes)) };
		} catch (cause) {
			yield failingInput(inside, cause);
		}
	}
}

/** One of many inputs that cannot be opened: reading its bytes fails. */
function failingInput(name: string, cause: unknown): Input {
	const bytes = Readable.from([]).destroy(cause instanceof Error ? cause : new Error(String(cause)));
	return { name, head: new Uint8Array(), bytes: bytes as Bytes, isOneOfMany: true };
}

/** What is in one file of a folder. One that cannot be opened costs itself alone. */
async function* inputsOfMany(file: string, headBytes: number): AsyncGenerator<Input> {
	const name = shownName(basename(file));
	try {
		yield* inputsIn(createReadStream(file), name, headBytes, true);
	} catch (cause) {
		yield failingInput(name, cause);
	}
}

/** The files of a folder and its folders, without hidden ones, by name. Links are not followed. */
async function filesIn(folder: string): Promise<string[]> {
	const files: string[] = [];
	for await (const entry of await opendir(folder, { recursive: true })) {
		const path = join(entry.parentPath, entry.name);
		if (entry.isFile() && !/(?:^|[\\/])\./.test(relative(folder, path))) files.push(path);
	}
	return files.sort(compare);
}

/**
 * Opens a file, a folder, or standard input for `-`, and unpacks what gzip or zip packed: the inputs that are in it, each
 * to be read before the next. `headBytes`: how much of its beginning is wanted. Throws SourceError where it cannot be
 * opened.
 */
export async function* openInputs(
	path: string,
	standardInput: () => Bytes,
	headBytes: number
): AsyncGenerator<Input> {
	const isStandard = path === standardInputFile;
	try {
		if (!isStandard && (await stat(path)).isDirectory()) {
			for (const file of await filesIn(path)) yield* inputsOfMany(file, headBytes);
			return;
		}
		const stream: Bytes = isStandard ? standardInput() : createReadStream(path);
		const name = isStandard ? standardInputName : shownName(basename(path));
		yield* inputsIn(stream, name, headBytes, false);
	} catch (cause) {
		throw sourceError(isStandard ? standardInputName : path, cause);
	}
}
