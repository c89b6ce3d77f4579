import { foldAccents } from './fold-accents.ts';

interface Written {
	label: string;
	name: string;
	aliases: readonly string[];
}

/**
 * One word in small letters and the singular, as far as its ending tells: `policies` as `policy`, `losses` as `loss`,
 * `LMs` as `lm`, `bias` and `3DGS` as they are.
 */
function foldedWord(written: string): string {
	if (/\p{Lu}s$/u.test(written)) return written.slice(0, -1).toLowerCase();
	const word = written.toLowerCase();
	if (/\d|^\p{Lu}+$/u.test(written)) return word;
	if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
	if (/(ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
	return /[^aius]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word;
}

/** What is the same for forms that differ in capitals, accents, hyphens, blanks, number and a possessive alone. */
export function spellingOf(form: string): string {
	return foldAccents(form)
		.split(/[\s\-\u2010-\u2015/_]+/)
		.map((word) => foldedWord(word.replace(/['\u2019]s?$/, '')))
		.join('');
}

/** Of forms that are spelt alike (see `spellingOf`) the first, in their order, without those that are spelt as one of `told`. */
export function distinctForms(forms: Iterable<string>, told: Iterable<string> = []): string[] {
	const met = new Set(Array.from(told, spellingOf));
	return [...forms].filter((form) => {
		const key = spellingOf(form);
		if (met.has(key)) return false;
		met.add(key);
		return true;
	});
}

/**
 * How else a concept is written, each form once: `Chain-of-Thought` and `chains of thought` say nothing beside
 * `chain of thought`, nor does `LLMs` beside `LLM`. Of forms that are the same so far the first is told.
 */
export function writtenForms({ label, name, aliases }: Written): string[] {
	return distinctForms([name, ...aliases], [label]);
}
