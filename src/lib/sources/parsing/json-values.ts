/** A value of a JSON text as it is written, or why there is none that could be parsed. */
export type JsonValue = { text: string; problem: null } | { text: null; problem: string };

const code = (sign: string) => sign.charCodeAt(0);
const [quote, backslash, comma, colon] = [code('"'), code('\\'), code(','), code(':')];
const [openObject, closeObject, openArray, closeArray] = [code('{'), code('}'), code('['), code(']')];
const [lineFeed, carriageReturn, blank, tab] = [code('\n'), code('\r'), code(' '), code('\t')];

/** Brackets within brackets that are told apart; records have ten. Deeper ones are only counted. */
const deepest = 1000;

/**
 * Tells the values of a JSON text apart without parsing them: the elements of an array, or values that follow one
 * another, with commas or without. It holds one value at a time, and no more of it than `most` bytes. A value that is
 * broken costs itself alone wherever an object opens that cannot belong to it.
 */
class ValueScanner {
	readonly #most: number;
	#found: JsonValue[] = [];
	/** What is kept of the value, and its size in bytes. */
	#parts: string[] = [];
	#size = 0;
	/** Where the value, or what is not kept of it yet, begins in the piece that is being read; -1 between values. */
	#from = -1;
	/** The brackets that are open in the value, and how many more. */
	#open: number[] = [];
	#deeper = 0;
	#isString = false;
	#isEscaped = false;
	#problem: string | null = null;
	/** The array around the values is open. */
	#isInArray = false;
	/** The last sign that is no blank. */
	#last = 0;
	/** The blanks that begin the line, while there is nothing else on it; -1 behind its first sign. */
	#indent = 0;
	/** Those before the value itself. */
	#ownIndent = -1;
	/** Whether what belongs to a value stands further right than the value, or all at one margin. */
	#style: 'unknown' | 'flat' | 'indented' = 'unknown';

	constructor(most: number) {
		this.#most = most;
	}

	/** The values that end in the next piece of the text. */
	read(piece: string): JsonValue[] {
		if (this.#from >= 0) this.#from = 0;
		for (let at = 0; at < piece.length; at += 1) {
			const sign = piece.charCodeAt(at);
			if (this.#isString) this.#inString(sign);
			else if (sign <= blank) this.#blank(sign, piece, at);
			else {
				this.#sign(sign, piece, at);
				this.#last = sign;
				this.#indent = -1;
			}
		}
		if (this.#from >= 0) this.#keep(piece.slice(this.#from));
		return this.#taken();
	}

	/** What the end of the text ends. */
	end(): JsonValue[] {
		if (this.#from >= 0) {
			this.#from = 0;
			if (this.#isOpen || this.#isString) this.#problem ??= 'the file ends within it';
			this.#close('', 0);
		}
		return this.#taken();
	}

	get #isOpen(): boolean {
		return this.#open.length > 0;
	}

	#taken(): JsonValue[] {
		const found = this.#found;
		this.#found = [];
		return found;
	}

	#inString(sign: number): void {
		if (sign === lineFeed || sign === carriageReturn) {
			// No text goes over the end of a line: its closing quote is missing.
			this.#problem ??= 'a text in it has no closing quote';
			[this.#isString, this.#isEscaped, this.#indent] = [false, false, 0];
		} else if (this.#isEscaped) this.#isEscaped = false;
		else if (sign === backslash) this.#isEscaped = true;
		else if (sign === quote) [this.#isString, this.#last] = [false, quote];
	}

	#blank(sign: number, piece: string, at: number): void {
		if (sign === lineFeed || sign === carriageReturn) this.#indent = 0;
		else if ((sign === blank || sign === tab) && this.#indent >= 0) this.#indent += 1;
		if (this.#from >= 0 && !this.#isOpen) this.#close(piece, at);
	}

	#sign(sign: number, piece: string, at: number): void {
		if (sign === openObject && this.#from >= 0 && !this.#belongs()) {
			this.#problem ??= 'it has no end';
			this.#close(piece, at);
		}
		if (!this.#isOpen && this.#isBetween(sign)) {
			if (this.#from >= 0) this.#close(piece, at);
			return;
		}
		if (this.#from < 0) [this.#from, this.#ownIndent] = [at, this.#indent];
		else if (this.#indent >= 0 && this.#style === 'unknown' && sign === quote && this.#problem === null)
			this.#style = this.#indent === this.#ownIndent ? 'flat' : 'indented';
		if (sign === quote) this.#isString = true;
		else if (sign === openObject || sign === openArray) this.#push(sign);
		else if (sign === closeObject || sign === closeArray) this.#pop(sign, piece, at);
	}

	/** A comma, or a bracket of the array around the values. */
	#isBetween(sign: number): boolean {
		if (sign === openArray && !this.#isInArray && this.#from < 0) {
			this.#isInArray = true;
			return true;
		}
		if (sign === closeArray) this.#isInArray = false;
		return sign === comma || sign === closeArray || sign === closeObject;
	}

	/** Whether an object that opens here can be a part of the value, by the sign before it and by its place. */
	#belongs(): boolean {
		const inner = this.#open.at(-1);
		const canStand =
			inner === openArray ? this.#last === comma || this.#last === openArray : this.#last === colon;
		if (!this.#isOpen || (!canStand && this.#deeper === 0)) return false;
		return this.#indent < 0 || this.#indent !== this.#ownIndent || this.#style !== 'indented';
	}

	#push(sign: number): void {
		if (this.#open.length < deepest) this.#open.push(sign);
		else this.#deeper += 1;
	}

	#pop(sign: number, piece: string, at: number): void {
		if (this.#deeper > 0) {
			this.#deeper -= 1;
			return;
		}
		const opening = sign === closeObject ? openObject : openArray;
		const place = this.#open.lastIndexOf(opening);
		if (place !== this.#open.length - 1) this.#problem ??= 'its brackets do not match';
		if (place >= 0) this.#open.length = place;
		else if (sign === closeArray) {
			// It ends the array around the value.
			this.#isInArray = false;
			this.#close(piece, at);
			return;
		}
		if (!this.#isOpen) this.#close(piece, at + 1);
	}

	#keep(part: string): void {
		this.#size += Buffer.byteLength(part);
		if (this.#size > this.#most) this.#parts = [];
		else this.#parts.push(part);
	}

	#close(piece: string, end: number): void {
		this.#keep(piece.slice(this.#from, end));
		const problem = this.#size > this.#most ? tooLong(this.#most) : this.#problem;
		if (problem === null) {
			// It had no lines of its own: the next one has none either.
			if (this.#style === 'unknown') this.#style = 'indented';
			this.#found.push({ text: this.#parts.join(''), problem });
		} else this.#found.push({ text: null, problem });
		[this.#parts, this.#size, this.#from] = [[], 0, -1];
		[this.#open, this.#deeper, this.#problem] = [[], 0, null];
	}
}

/** Why a record of more than `most` bytes is not read. */
export function tooLong(most: number): string {
	return `it is longer than ${Math.round(most / 2 ** 20)} MB`;
}

/** The values of a JSON text, however it is broken into lines; see `ValueScanner`. */
export async function* jsonValues(pieces: AsyncIterable<string>, most: number): AsyncGenerator<JsonValue> {
	const scanner = new ValueScanner(most);
	for await (const piece of pieces) yield* scanner.read(piece);
	yield* scanner.end();
}
