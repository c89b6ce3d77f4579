import { decodedText } from '#lib/sources/input/decoded-text.ts';
import { innerKeys, listKeys, longestPreamble, outerKeys } from '#lib/sources/constants/json-wrappers.ts';

/** Keys, texts, and the signs that nest; everything else of JSON says nothing about where a list is. */
const token = /"(?:[^"\\]|\\.)*"|[[\]{}:,]/g;

/**
 * Where the list of records begins in an answer that wraps it, as `{"meta": …, "results": [`: the place of its bracket.
 * Null where the beginning of a text shows that there is none; undefined where it does not show it yet.
 */
function listAt(head: string): number | null | undefined {
	const start = head.search(/\S/);
	if (start < 0) return undefined;
	if (head[start] !== '{') return null;
	const keys: (string | null)[] = [];
	let last: string | null = null;
	let isKey = false;
	token.lastIndex = start;
	for (let match = token.exec(head); match; match = token.exec(head)) {
		const [sign] = match;
		if (sign === ':') isKey = true;
		else if (sign === '{' || sign === '[') {
			const key = isKey ? last : null;
			const isOuter = keys.slice(1).every((outer) => outer !== null && outerKeys.has(outer));
			if (sign === '[' && keys.length > 0 && isOuter && key !== null && listKeys.has(key)) return match.index;
			keys.push(key);
			isKey = false;
		} else if (sign === '}' || sign === ']') {
			keys.pop();
			if (keys.length === 0) return null;
			isKey = false;
		} else if (sign === ',') isKey = false;
		else {
			// A title at the top is a paper's: this is a record, and a list in it is its own.
			if (keys.length === 1 && !isKey && sign === '"title"') return null;
			last = sign.slice(1, -1);
		}
	}
	return undefined;
}

/** True for the beginning of an answer that wraps its records. */
export function isWrappedJson(head: string): boolean {
	return typeof listAt(head) === 'number';
}

/** Finds where a list ends, however its text is cut into pieces. */
class ListEnd {
	#depth = 0;
	#isString = false;
	#isEscaped = false;

	/** Where the list ends in the next piece, or -1. */
	find(piece: string): number {
		let at = this.#isEscaped ? 1 : 0;
		this.#isEscaped = false;
		for (;;) {
			const signs = this.#isString ? inString : outside;
			signs.lastIndex = at;
			const found = signs.exec(piece);
			if (!found) return -1;
			at = found.index + 1;
			const [sign] = found;
			if (sign === '\\') {
				this.#isEscaped = at === piece.length;
				at += 1;
			} else if (sign === '"' || sign === '\n') this.#isString = sign === '"' && !this.#isString;
			else if (sign === '[' || sign === '{') this.#depth += 1;
			else {
				// A bracket too many in a record does not end the list around it.
				this.#depth = Math.max(sign === '}' ? 1 : 0, this.#depth - 1);
				if (this.#depth === 0) return found.index;
			}
		}
	}
}

/** A text ends with its quote, or with its line: then its quote is missing. */
const inString = /["\\\n]/g;
const outside = /["[\]{}]/g;

/**
 * The text of a JSON file without what wraps its list of records in an interface's answer, so that the list can be read
 * record by record whatever its length. A text that wraps nothing stays as it is. What follows the list is passed over,
 * unless another answer follows.
 */
export async function* unwrappedJson(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
	let held = '';
	let state: 'before' | 'within' | 'after' | 'plain' = 'before';
	let end = new ListEnd();
	for await (const piece of decodedText(bytes)) {
		held += piece;
		while (held !== '') {
			if (state === 'plain') {
				yield held;
				held = '';
			} else if (state === 'within') {
				const at = end.find(held);
				yield at < 0 ? held : held.slice(0, at + 1);
				held = at < 0 ? '' : held.slice(at + 1);
				if (at >= 0) state = 'after';
			} else if (state === 'after') {
				// The next answer begins with a bracket at the left of a line, or there is none.
				const next = held.indexOf('\n{');
				if (next < 0) {
					held = held.endsWith('\n') ? '\n' : '';
					break;
				}
				held = held.slice(next + 1);
				state = 'before';
			} else {
				const at = listAt(held);
				if (at === undefined && held.length < longestPreamble) break;
				if (typeof at === 'number') {
					held = held.slice(at);
					end = new ListEnd();
					state = 'within';
				} else state = 'plain';
			}
		}
	}
	if (held !== '' && state !== 'after') yield held;
}

/** The records that a parsed value is: of an answer those in its list, of others itself. */
export function wrappedRecords(json: unknown): unknown[] {
	if (typeof json !== 'object' || json === null || Array.isArray(json) || 'title' in json) return [json];
	for (const key of innerKeys) {
		const inner: unknown = (json as Record<string, unknown>)[key];
		if (typeof inner === 'object' && inner !== null) return [inner];
	}
	for (const [key, inner] of Object.entries(json) as [string, unknown][]) {
		if (listKeys.has(key) && Array.isArray(inner)) return inner.flatMap(wrappedRecords);
		if (outerKeys.has(key) && typeof inner === 'object' && inner !== null && !Array.isArray(inner))
			return wrappedRecords(inner);
	}
	return [json];
}
