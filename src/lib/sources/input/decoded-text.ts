import { isAscii, isUtf8 } from 'node:buffer';

/** The encodings that a file says by its first bytes, in the order in which they are tried. */
const marks: [mark: number[], encoding: string][] = [
	[[0xef, 0xbb, 0xbf], 'utf-8'],
	[[0xff, 0xfe], 'utf-16le'],
	[[0xfe, 0xff], 'utf-16be']
];

/** What no UTF-8 is, is Latin-1 as Windows writes it: older exports of reference managers. */
const western = 'windows-1252';
/** So many bytes tell UTF-16 without a byte order mark: every other byte of plain text is zero. */
const pairs = 64;

function markedEncoding(head: Uint8Array): string | null {
	return marks.find(([mark]) => mark.every((byte, at) => head[at] === byte))?.[1] ?? null;
}

function unmarkedUtf16(head: Uint8Array): string | null {
	const some = head.subarray(0, pairs);
	const zeros = (odd: number) => some.filter((byte, at) => at % 2 === odd && byte === 0).length;
	const most = Math.floor(some.length / 2);
	if (most < 4) return null;
	if (zeros(1) > most * 0.8 && zeros(0) === 0) return 'utf-16le';
	return zeros(0) > most * 0.8 && zeros(1) === 0 ? 'utf-16be' : null;
}

/** Where the last character begins that the bytes do not end. */
function completeLength(bytes: Uint8Array): number {
	for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
		const byte = bytes[bytes.length - back] ?? 0;
		if (byte < 0x80) return bytes.length;
		if (byte >= 0xc0) {
			const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
			return needed > back ? bytes.length - back : bytes.length;
		}
	}
	return bytes.length;
}

/** How many bytes at the beginning are plain ASCII, which all encodings but UTF-16 write alike. */
function plainLength(bytes: Uint8Array): number {
	if (isAscii(bytes)) return bytes.length;
	return bytes.findIndex((byte) => byte > 0x7f);
}

/** True for UTF-8, also for one in which single bytes are spoilt: most of what is not plain in it are characters. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
	if (isUtf8(bytes)) return true;
	const text = new TextDecoder().decode(bytes);
	let [good, bad] = [0, 0];
	for (const sign of text) {
		if (sign === '\ufffd') bad += 1;
		else if (sign > '\u007f') good += 1;
	}
	return good > bad;
}

/** The encoding of a text by its beginning; UTF-8 where that is plain. */
export function encodingOf(head: Uint8Array): string {
	const told = markedEncoding(head) ?? unmarkedUtf16(head);
	if (told !== null) return told;
	return isMostlyUtf8(head.subarray(0, completeLength(head))) ? 'utf-8' : western;
}

/**
 * The pieces of a text, without byte order marks: files that were put together have one before each of them. The
 * encoding is decided where the first byte stands that is not plain. Bytes that are no text become U+FFFD.
 */
export async function* decodedText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
	for await (const text of decodedPieces(bytes)) {
		const unmarked = text.replaceAll('\ufeff', '');
		if (unmarked !== '') yield unmarked;
	}
}

async function* decodedPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
	let decoder: TextDecoder | null = null;
	let held: Uint8Array = new Uint8Array();
	let isFirst = true;
	for await (const chunk of bytes) {
		if (decoder === null) {
			held = held.length > 0 ? Buffer.concat([held, chunk]) : chunk;
			const isMarked = isFirst && (markedEncoding(held) ?? unmarkedUtf16(held)) !== null;
			// A few bytes do not tell it.
			if (isFirst && !isMarked && held.length < 8) continue;
			const plain = isMarked ? 0 : plainLength(held);
			if (plain > 0) {
				isFirst = false;
				yield Buffer.from(held.buffer, held.byteOffset, plain).toString('latin1');
				held = held.subarray(plain);
			}
			if (!isMarked && completeLength(held) === 0) continue;
			decoder = new TextDecoder(isFirst ? encodingOf(held) : laterEncoding(held));
			const text = decoder.decode(held, { stream: true });
			held = new Uint8Array();
			if (text !== '') yield text;
			continue;
		}
		const text = decoder.decode(chunk, { stream: true });
		if (text !== '') yield text;
	}
	decoder ??= new TextDecoder(isFirst ? encodingOf(held) : laterEncoding(held));
	const rest = decoder.decode(held);
	if (rest !== '') yield rest;
}

function laterEncoding(bytes: Uint8Array): string {
	return isMostlyUtf8(bytes.subarray(0, completeLength(bytes))) ? 'utf-8' : western;
}
