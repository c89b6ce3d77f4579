import {
	accents,
	blanks,
	letterCommands,
	silentArguments,
	switches,
	symbols
} from '#lib/sources/constants/latex.ts';
import { subscript, superscript } from './scripts.ts';

/** Formulas in titles and abstracts are short; so are options of commands. In characters. */
const longestFormula = 500;
const longestOption = 200;
/** Braces within braces that are read apart; no text has so many. */
const deepest = 100;

/** Signs that mean nothing but themselves. */
const plainRun = /[^\\{}$_^~%`'-]+/y;

/** Reads LaTeX from left to right. Braces that have no partner are passed over: half of a text is better than none. */
class LatexReader {
	readonly #text: string;
	#at = 0;
	#depth = 0;
	#isMath = false;

	constructor(text: string) {
		this.#text = text;
	}

	/** The text until a closing brace, or its end. */
	read(): string {
		let found = '';
		while (this.#at < this.#text.length) {
			const sign = this.#text[this.#at] ?? '';
			if (sign === '}') {
				this.#at += 1;
				if (this.#depth > 0) return found;
			} else found += this.#plainRun() || this.#next(found);
		}
		return found;
	}

	/** What stands next that is plain text. */
	#plainRun(): string {
		plainRun.lastIndex = this.#at;
		const [run = ''] = plainRun.exec(this.#text) ?? [];
		this.#at += run.length;
		return run;
	}

	#next(before: string): string {
		const sign = this.#text[this.#at] ?? '';
		if (sign === '\\') return this.#command();
		if (sign === '{') return this.#group();
		this.#at += 1;
		if (sign === '$') {
			if (this.#text[this.#at] === '$') this.#at += 1;
			if (!this.#isMath && !this.#isClosed()) return '$';
			this.#isMath = !this.#isMath;
			return '';
		}
		if (this.#isMath && (sign === '_' || sign === '^')) {
			const argument = this.#argument();
			return sign === '_' ? subscript(argument) : superscript(argument);
		}
		// Before a number it says about how many.
		if (sign === '~') return before === '' || /\s$/.test(before) ? '~' : '\u00a0';
		for (const [written, meant] of ligatures) {
			if (this.#isMath || !this.#text.startsWith(written, this.#at - 1)) continue;
			this.#at += written.length - 1;
			return meant;
		}
		return sign === '%' && before.endsWith('\n') ? '' : sign;
	}

	/** Whether a dollar that was just passed begins a formula, and is no money: another one follows, and not far. */
	#isClosed(): boolean {
		const near = this.#text.slice(this.#at, this.#at + longestFormula);
		const formula = near.slice(0, Math.max(0, near.indexOf('$')));
		if (formula === '') return false;
		return !/^\d[\d,.]*\s/.test(formula) || /[\\^_=<>+]/.test(formula);
	}

	#group(): string {
		this.#at += 1;
		if (this.#depth >= deepest) return '';
		this.#depth += 1;
		// A switch of fonts holds until the end of its braces, and is no text: {\em so}.
		const text = this.read();
		this.#depth -= 1;
		return text;
	}

	/** What a command is applied to: braces, a command, or one sign. */
	#argument(): string {
		this.#skipBlanks();
		const sign = this.#text[this.#at];
		if (sign === undefined || sign === '}') return '';
		if (sign === '{') return this.#group();
		if (sign === '\\') return this.#command();
		const character = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0);
		this.#at += character.length;
		return character;
	}

	#command(): string {
		const [whole = '\\', name = ''] = commandPattern.exec(this.#text.slice(this.#at, this.#at + 100)) ?? [];
		this.#at += whole.length;
		const accent = accents.get(name);
		if (accent !== undefined && !(this.#isMath && name.length === 1))
			return accented(this.#argument(), accent);
		const symbol = letterCommands.get(name) ?? symbols.get(name);
		if (symbol !== undefined) {
			if (this.#text.startsWith('{}', this.#at)) this.#at += 2;
			else if (letterCommands.has(name)) this.#skipBlanks();
			return symbol;
		}
		if (name === 'textsubscript') return subscript(this.#argument());
		if (name === 'textsuperscript') return superscript(this.#argument());
		if (name === 'url' || name === 'path') return this.#argument();
		if (name === 'frac') return `${this.#argument()}/${this.#argument()}`;
		if (!/^[a-z]/i.test(name)) return /^[\s,;:!\\/-]?$/.test(name) ? (spaces.get(name) ?? '') : name;
		this.#skipOptions();
		for (let silent = silentArguments.get(name) ?? 0; silent > 0; silent -= 1) this.#argument();
		if (blanks.has(name)) return ' ';
		const isEmpty = this.#text.startsWith('{}', this.#at);
		if (isEmpty) this.#at += 2;
		const next = isEmpty ? undefined : this.#text[this.#at];
		const isOwn = !switches.has(name) && !silentArguments.has(name) && next !== '{' && !accents.has(name);
		if (switches.has(name)) this.#skipBlanks();
		return isOwn ? name : '';
	}

	#skipBlanks(): void {
		while (/\s/.test(this.#text[this.#at] ?? '')) this.#at += 1;
	}

	/** `[…]` behind a command says how, not what. */
	#skipOptions(): void {
		if (this.#text[this.#at] !== '[') return;
		const end = this.#text.slice(this.#at, this.#at + longestOption).indexOf(']');
		if (end > 0) this.#at += end + 1;
	}
}

const commandPattern = /^\\([a-zA-Z]+|[^a-zA-Z])\*?/;
/** Commands of one sign that are blanks; the others that are no sign of the text are nothing. */
const spaces = new Map([
	[',', '\u00a0'],
	[';', ' '],
	[':', ' '],
	[' ', ' '],
	['\n', ' '],
	['\\', ' ']
]);
const ligatures: [string, string][] = [
	['---', '—'],
	['--', '–'],
	['``', '“'],
	["''", '”']
];

function accented(text: string, accent: string): string {
	const first = String.fromCodePoint(text.codePointAt(0) ?? 0x20);
	return text === '' ? '' : (first + accent).normalize('NFC') + text.slice(first.length);
}

/**
 * The text that LaTeX means: `{\'E}tudes of $\alpha$ in H$_2$O` is `Études of α in H₂O`. Never fails: what it does not
 * know it leaves out, and keeps the words.
 */
export function latexText(text: string): string {
	if (!/[\\{}$~`']|--/.test(text)) return text;
	return new LatexReader(text).read();
}
