/** The encodings that a file says by its first bytes, in the order in which they are tried. */
const marks: [mark: number[], encoding: string][] = [
	[[0xef, 0xbb, 0xbf], 'utf-8'],
	[[0xff, 0xfe], 'utf-16le'],
	[[0xfe, 0xff], 'utf-16be']
];

/** The encoding of a text by its byte order mark; UTF-8 without one. */
export function encodingOf(head: Uint8Array): string {
	return marks.find(([mark]) => mark.every((byte, at) => head[at] === byte))?.[1] ?? 'utf-8';
}

/** The pieces of a text, without its byte order mark. Bytes that are no text become U+FFFD. */
export async function* decodedText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
	let decoder: TextDecoder | null = null;
	for await (const chunk of bytes) {
		decoder ??= new TextDecoder(encodingOf(chunk));
		const text = decoder.decode(chunk, { stream: true });
		if (text !== '') yield text;
	}
	const rest = decoder?.decode() ?? '';
	if (rest !== '') yield rest;
}
