import { decodedText } from './decoded-text.ts';

/** A line without its end; `text` is null for one that is longer than the limit. Numbers count from 1. */
export interface Line {
	number: number;
	text: string | null;
}

/** What is left in front of a file that another one was put before: its byte order mark, as it reads in UTF-8 and Latin-1. */
const mark = /^(?:\ufeff|\u00ef\u00bb\u00bf)/;

/**
 * The lines of a text, ended by line feeds, carriage returns or both. Of a line with more bytes than `most` nothing is
 * kept: it takes the memory of `most` bytes, and costs itself alone.
 */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Line> {
	const end = /\r\n?|\n/g;
	let number = 1;
	let parts: string[] = [];
	let size = 0;
	let isAfterReturn = false;
	const add = (part: string) => {
		size += Buffer.byteLength(part);
		if (size > most) parts = [];
		else if (part !== '') parts.push(part);
	};
	const close = (): Line => {
		const line = { number, text: size > most ? null : parts.join('').replace(mark, '') };
		[parts, size] = [[], 0];
		number += 1;
		return line;
	};
	for await (const piece of decodedText(bytes)) {
		// A line feed that follows a carriage return over the border of two pieces belongs to it.
		let from = isAfterReturn && piece.startsWith('\n') ? 1 : 0;
		end.lastIndex = from;
		for (let match = end.exec(piece); match; match = end.exec(piece)) {
			add(piece.slice(from, match.index));
			yield close();
			from = end.lastIndex;
		}
		add(piece.slice(from));
		isAfterReturn = piece.endsWith('\r');
	}
	if (size > 0) yield close();
}
