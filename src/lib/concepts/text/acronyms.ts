import { cleanLongForm, isLongFormOf, longFormBefore } from './long-form.ts';

/** A short form defined in a text, both as they are written. */
export interface AcronymPair {
	short: string;
	long: string;
}

const shortForm = "[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}/&.+'\\u2019-]{0,11}";
const bracket = /[([]([^()[\]\n]{1,120})[)\]]/gu;

const wholeShortForm = new RegExp(`^${shortForm}(?: [IVX\\d]{1,3})?$`, 'u');

/** `7B`, `1.5M`: how large something is, whatever is said of it before the brackets. */
const amount = /^[\d.]+[BMKbmk]$/;

/** A short form is one word, or one with a number after it; never a number, a year, an amount or a single letter. */
function isShort(text: string): boolean {
	return (
		wholeShortForm.test(text) &&
		/\p{Lu}|^\p{Ll}{3,4}$/u.test(text) &&
		text.length > 1 &&
		!amount.test(text) &&
		!/^(?:Fig|Eq|Sec|Tab|Table|Section|Figure|Appendix|Ours|II|III|IV)\b/.test(text)
	);
}

/** What stands before a place, back to the last sign that ends a clause. */
function clauseBefore(text: string, at: number): string {
	return (
		text
			.slice(Math.max(0, at - 160), at)
			.split(/\n|[.;:!?()[\]](?=\s|$)|[([]/)
			.at(-1)
			?.trim() ?? ''
	);
}

/** `long form (SHORT)`, also with more in the brackets: `(SHORT; see …)`, `(or SHORT)`. */
function beforeBracket(text: string, content: string, at: number): AcronymPair | null {
	const short = content
		.split(/[;,]/, 1)[0]
		?.replace(/^(?:or|i\.e\.|also|called|aka) /, '')
		.replace(/^["'\u201c\u2018]|["'\u201d\u2019]$/gu, '')
		.trim();
	if (!short || !isShort(short)) return null;
	const long = longFormBefore(short, clauseBefore(text, at));
	return long ? { short, long } : null;
}

/** `SHORT (long form)`. */
function insideBracket(text: string, content: string, at: number): AcronymPair | null {
	const short = /(\S+)\s?$/.exec(text.slice(Math.max(0, at - 20), at))?.[1];
	if (!short || !isShort(short)) return null;
	const whole = content.replace(/^(?:for|short for|i\.e\.) /, '').trim();
	const long = [whole, whole.split(/[;,]/, 1)[0] ?? ''].find(
		(each) => /[ -]/.test(each) && isLongFormOf(short, each)
	);
	return long ? { short, long } : null;
}

/** Definitions without brackets: the short form, what joins it to the long form, and up to eight words. */
const joined = new RegExp(
	`(?<![\\p{L}\\p{N}-])(?=\\S{0,11}\\p{Lu}\\S{0,10}\\p{Lu})(${shortForm})(?: stands for| denotes| means| is short for| =|:|,)(?: an?| the)? ((?:[\\p{L}\\p{N}-]+ ){0,7}[\\p{L}\\p{N}-]+)`,
	'gu'
);

/** The first words of a phrase that are the whole long form. */
function openingOf(short: string, phrase: string): string | null {
	const words = phrase.split(' ');
	for (let length = words.length; length > 0; length -= 1) {
		const long = words.slice(0, length).join(' ');
		if (isLongFormOf(short, long)) return long;
	}
	return null;
}

/** Every short form that a text defines, each pair once. */
export function acronyms(text: string): AcronymPair[] {
	const pairs = new Map<string, AcronymPair>();
	const keep = (pair: AcronymPair | null) => {
		// One word is abbreviated by its letters, not with a number or in other capitals: `mathematical (MATH500)`.
		const isPart = pair && !/[\s-]/.test(pair.long) && /\d|^[^\p{Ll}]+$/u.test(pair.short + pair.long);
		const long = pair && !isPart && cleanLongForm(pair.long);
		if (pair && long && !pairs.has(pair.short)) pairs.set(pair.short, { short: pair.short, long });
	};
	for (const { 1: content = '', index } of text.matchAll(bracket))
		keep(beforeBracket(text, content, index) ?? insideBracket(text, content, index));
	for (const { 1: short = '', 2: phrase = '' } of text.matchAll(joined)) {
		if (!isShort(short) || !/\p{Lu}\S*\p{Lu}/u.test(short) || short.length < 3) continue;
		const long = openingOf(short, phrase);
		if (long) keep({ short, long });
	}
	return [...pairs.values()];
}
