import { decodedText } from '#lib/sources/input/decoded-text.ts';
import { recordBytes } from '#lib/sources/input/input-limits.ts';
import { tooLong } from './json-values.ts';

/** An entry of a BibTeX file as it is written, from its `@` to its last bracket, or why it cannot be read. */
export type BibtexText = { text: string; problem: string | null };

/** An entry begins with this at the beginning of a line, or behind another one. */
const opening = /@[ \t]*([a-zA-Z]+)[ \t]*([{(])/g;
const longestOpening = 60;

/** Finds where an entry ends, however its text is cut into pieces. */
class EntryEnd {
	#depth = 0;
	#isEscaped = false;
	#isLineStart = false;
	/** `(` and `)` may stand around an entry, and then do not nest. */
	readonly #closing: string;

	constructor(bracket: string) {
		this.#closing = bracket === '(' ? ')' : '}';
	}

	/**
	 * Where the entry ends in a stretch of a text, or where the next one begins before it does; null for neither. What
	 * begins there is read beyond the stretch.
	 */
	find(text: string, from: number, to = text.length): { at: number; isBroken: boolean } | null {
		for (let at = from; at < to; at += 1) {
			const sign = text[at];
			if (this.#isEscaped) this.#isEscaped = false;
			else if (sign === '\\') this.#isEscaped = true;
			else if (sign === '{') this.#depth += 1;
			else if (sign === this.#closing && this.#depth === 0) return { at: at + 1, isBroken: false };
			else if (sign === '}') this.#depth = Math.max(0, this.#depth - 1);
			else if (
				sign === '@' &&
				this.#isLineStart &&
				/^@[ \t]*[a-zA-Z]+[ \t]*[{(]/.test(text.slice(at, at + longestOpening))
			)
				return { at, isBroken: true };
			if (sign === '\n' || sign === '\r') this.#isLineStart = true;
			else if (sign !== ' ' && sign !== '\t') this.#isLineStart = false;
		}
		return null;
	}
}

/**
 * The entries of a BibTeX file as it is read. Text between them is a comment. One that is longer than `recordBytes`, or
 * in which another begins before it ends, costs itself alone.
 */
export async function* bibtexTexts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<BibtexText> {
	let held = '';
	let end: EntryEnd | null = null;
	let seen = 0;
	let isSkipping = false;
	for await (const piece of decodedText(bytes)) {
		held += piece;
		for (;;) {
			if (!end) {
				opening.lastIndex = 0;
				const found = opening.exec(held);
				if (!found) {
					held = held.slice(-longestOpening);
					break;
				}
				held = held.slice(found.index);
				seen = found[0].length;
				end = new EntryEnd(found[2] ?? '{');
				isSkipping = false;
			}
			// The beginning of another entry may be cut in two.
			const ready: number = Math.max(seen, held.length - longestOpening);
			const found = end.find(held, seen, ready);
			if (found) {
				const text = held.slice(0, found.at);
				if (!isSkipping) yield { text, problem: found.isBroken ? 'its last bracket is missing' : null };
				held = held.slice(found.at);
				end = null;
				continue;
			}
			seen = ready;
			if (held.length > recordBytes) {
				if (!isSkipping) yield { text: '', problem: tooLong(recordBytes) };
				isSkipping = true;
				held = held.slice(seen);
				seen = 0;
			}
			break;
		}
	}
	// What was held back for a beginning that might have been cut.
	while (held !== '') {
		if (!end) {
			opening.lastIndex = 0;
			const found = opening.exec(held);
			if (!found) return;
			held = held.slice(found.index);
			seen = found[0].length;
			end = new EntryEnd(found[2] ?? '{');
			isSkipping = false;
		}
		const found = end.find(held, seen);
		const isWhole = found?.isBroken === false;
		if (!isSkipping)
			yield {
				text: held.slice(0, found?.at),
				problem: isWhole ? null : found ? 'its last bracket is missing' : 'the file ends within it'
			};
		held = found ? held.slice(found.at) : '';
		end = null;
	}
}

/** An entry: its type in lower case, its key, and the values of its fields as they are written, without delimiters. */
export interface BibtexEntry {
	type: string;
	key: string;
	fields: Map<string, string>;
}

/** Where the value ends that begins at a place, and what it is. */
function delimited(text: string, from: number): { value: string; end: number } {
	const closing = text[from] === '"' ? '"' : '}';
	let depth = 0;
	for (let at = from + 1; at < text.length; at += 1) {
		const sign = text[at];
		if (sign === '\\') at += 1;
		else if (sign === closing && depth === 0) return { value: text.slice(from + 1, at), end: at + 1 };
		else if (sign === '{') depth += 1;
		else if (sign === '}') depth = Math.max(0, depth - 1);
	}
	return { value: text.slice(from + 1), end: text.length };
}

const fieldName = /[\s,}]*([^\s=,{}"#]+)\s*=\s*/y;
const bare = /[^\s,#}{")]+/y;

/**
 * The parts of an entry's text. `strings`: what `@string` has named, to which this entry adds where it is one. Commas
 * that are missing between fields, and keys with blanks or none, are no fault.
 */
export function bibtexEntry(text: string, strings: Map<string, string>): BibtexEntry {
	const [whole = '', type = ''] = /^@[ \t]*([a-zA-Z]+)[ \t]*[{(]/.exec(text) ?? [];
	const isString = type.toLowerCase() === 'string';
	const [keyed = '', key = ''] = (isString ? null : /^([^,={}"]*),/.exec(text.slice(whole.length))) ?? [];
	const fields = new Map<string, string>();
	let at = whole.length + keyed.length;
	for (;;) {
		fieldName.lastIndex = at;
		const named = fieldName.exec(text);
		if (!named) break;
		at = fieldName.lastIndex;
		let value = '';
		for (;;) {
			if (text[at] === '{' || text[at] === '"') {
				const part = delimited(text, at);
				value += part.value;
				at = part.end;
			} else {
				bare.lastIndex = at;
				const [word = ''] = bare.exec(text) ?? [];
				value += strings.get(word.toLowerCase()) ?? word;
				at += word.length;
			}
			const glue = /^\s*#\s*/.exec(text.slice(at, at + 200));
			if (!glue) break;
			at += glue[0].length;
		}
		const name = (named[1] ?? '').toLowerCase();
		if (!fields.has(name)) fields.set(name, value);
	}
	if (isString) for (const [name, value] of fields) if (strings.size < mostStrings) strings.set(name, value);
	return { type: type.toLowerCase(), key: key.trim(), fields };
}

/** The largest lists of journals have 10,000. */
const mostStrings = 100_000;
