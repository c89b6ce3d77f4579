import { Unzip, UnzipInflate, type UnzipFile } from 'fflate';
import { packedFiles } from './input-limits.ts';
import { UnreadableRestError } from './unreadable-rest.ts';

/** A file of an archive. Its bytes come as the archive is read: they are to be read before the next file. */
export interface UnzippedFile {
	name: string;
	bytes: AsyncIterable<Uint8Array>;
}

export function isZip(head: Uint8Array): boolean {
	return head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04;
}

/** Bytes that are unpacked at once: at a thousand to one they become 16 MB. */
const slice = 16 * 1024;

class Entry {
	readonly name: string;
	readonly chunks: Uint8Array[] = [];
	isEnded = false;
	failure: Error | null = null;
	given = 0;

	constructor(file: UnzipFile) {
		this.name = file.name;
		file.ondata = (error, chunk, final) => {
			if (error) this.failure = error;
			else if (chunk.length > 0) this.chunks.push(chunk);
			if (final || error) this.isEnded = true;
		};
		try {
			file.start();
		} catch (error) {
			this.failure = error instanceof Error ? error : new Error(String(error));
			this.isEnded = true;
		}
	}
}

/** What people do not mean when they name an archive. */
function isOfInterest(name: string): boolean {
	return !name.endsWith('/') && !/(?:^|\/)(?:\.(?!\.?\/)|__MACOSX\/)/.test(name);
}

/**
 * The files of a zip archive, one after the other, as the archive is read: nothing of it is written to a disk, and a
 * file's name is a name in reports and nothing else. Throws UnreadableRestError for an archive that is damaged or cut
 * short, and, from a file's bytes, for one that unpacks to more than is likely.
 */
export async function* unzipped(packed: AsyncIterable<Uint8Array>): AsyncGenerator<UnzippedFile> {
	const entries: Entry[] = [];
	const unzip = new Unzip((file) => {
		if (isOfInterest(file.name)) entries.push(new Entry(file));
	});
	unzip.register(UnzipInflate);
	const source = packed[Symbol.asyncIterator]();
	let piece: Uint8Array = new Uint8Array();
	let taken = 0;
	/** Unpacks a little more; false at the end of the archive. */
	const pump = async (): Promise<boolean> => {
		if (piece.length === 0) {
			const next = await source.next();
			if (next.done === true) return false;
			piece = next.value;
		}
		const part = piece.subarray(0, slice);
		piece = piece.subarray(slice);
		taken += part.length;
		try {
			unzip.push(part, false);
		} catch (error) {
			throw new UnreadableRestError('the zip archive is damaged: only what comes before was read', error);
		}
		return true;
	};
	/** What was unpacked, and whether that is more than is likely. */
	const out = { given: 0, isBomb: false };
	async function* bytesOf(entry: Entry): AsyncGenerator<Uint8Array> {
		for (;;) {
			for (let chunk = entry.chunks.shift(); chunk; chunk = entry.chunks.shift()) {
				out.given += chunk.length;
				out.isBomb = out.given > packedFiles.free && out.given > packedFiles.ratio * taken;
				if (out.isBomb)
					throw new UnreadableRestError(
						`the archive unpacks to more than ${packedFiles.ratio} times its size: what comes after ${Math.round(out.given / 2 ** 20)} MB was not read`
					);
				yield chunk;
			}
			if (entry.failure)
				throw new UnreadableRestError(
					'it is packed in a way that cannot be unpacked, or damaged',
					entry.failure
				);
			if (entry.isEnded) return;
			if (!(await pump()))
				throw new UnreadableRestError('the zip archive is cut short: only what comes before was read');
		}
	}
	for (let count = 0; ;) {
		const entry = entries.shift();
		if (!entry) {
			if (await pump()) continue;
			return;
		}
		count += 1;
		if (count > packedFiles.most)
			throw new UnreadableRestError(
				`the archive holds more than ${packedFiles.most.toLocaleString('en')} files: the others were not read`
			);
		const bytes = bytesOf(entry);
		yield { name: entry.name, bytes };
		// What was not wanted of it is passed over, so that the next one can be found.
		for await (const rest of bytes) if (rest.length === 0) break;
		// It was told with the file that it came from.
		if (out.isBomb) return;
	}
}
