import { createGunzip } from 'node:zlib';
import { gzip } from './input-limits.ts';
import { UnreadableRestError } from './unreadable-rest.ts';

export function isGzip(head: Uint8Array): boolean {
	return head[0] === 0x1f && head[1] === 0x8b;
}

/** Bytes that are unpacked at once: at a thousand to one they become 16 MB. */
const slice = 16 * 1024;
/**
 * Bytes at the end that are unpacked one by one: with a failure, what was unpacked together is lost, and it is the end
 * where a checksum is wrong or something was appended.
 */
const tail = 64;

/** Pieces to be unpacked together. */
async function* slices(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	let held: Uint8Array = new Uint8Array();
	for await (const chunk of packed) {
		const all = Buffer.concat([held, chunk]);
		const most = Math.max(0, all.length - tail);
		for (let at = 0; at < most; at += slice) yield all.subarray(at, Math.min(at + slice, most));
		held = all.subarray(most);
	}
	for (let at = 0; at < held.length; at += 1) yield held.subarray(at, at + 1);
}

/**
 * What gzip packed. Everything that can be unpacked comes first; then throws UnreadableRestError for a file that is cut
 * short or damaged, and for one that unpacks to more than is likely.
 */
export async function* gunzipped(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	const gunzip = createGunzip({ chunkSize: 256 * 1024 });
	let ready: Uint8Array[] = [];
	const failures: Error[] = [];
	let [taken, given] = [0, 0];
	gunzip.on('data', (chunk: Uint8Array) => ready.push(chunk));
	gunzip.on('error', (error) => failures.push(error));
	const ended = new Promise<void>((resolve) => gunzip.once('close', resolve));
	const unpacked = () => {
		const chunks = ready;
		ready = [];
		return chunks;
	};
	try {
		for await (const part of slices(packed)) {
			await Promise.race([new Promise((resolve) => gunzip.write(part, resolve)), ended]);
			taken += part.length;
			for (const bytes of unpacked()) {
				given += bytes.length;
				if (given > gzip.free && given > gzip.ratio * taken)
					throw new UnreadableRestError(
						`it unpacks to more than ${gzip.ratio} times its size: what comes after ${Math.round(given / 2 ** 20)} MB was not read`
					);
				yield bytes;
			}
			if (failures.length > 0) break;
		}
		gunzip.end();
		await ended;
		yield* unpacked();
		if (failures.length > 0)
			throw new UnreadableRestError(
				'the gzip file is cut short or damaged: only what comes before was read',
				failures[0]
			);
	} finally {
		gunzip.destroy();
	}
}
