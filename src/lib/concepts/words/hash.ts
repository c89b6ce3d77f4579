const basis = 2_166_136_261;

/**
 * FNV-1a (Fowler, Noll and Vo), 32 bits, over UTF-16 code units: where a word's weight lies in a table. From another
 * hash on, it is the hash of both texts one after the other.
 */
export function hash(text: string, from: number = basis): number {
	let value = from;
	for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 16_777_619);
	return value >>> 0;
}
