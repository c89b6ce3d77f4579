import {
	bareLabel,
	bareLabelSign,
	leastBareLabels,
	proseRules,
	type Leaves,
	type ProseRule
} from '#lib/concepts/constants/non-prose.ts';
import { background } from '#lib/concepts/words/background.ts';
import { foldWord } from '#lib/concepts/words/canonical-form.ts';
import { foreignPhrases } from './foreign-phrases.ts';
import { languageOf } from './language.ts';
import { maskMarkup } from './mask-markup.ts';
import { gap, Masking, silent, type Masked } from './masking.ts';

/** A text as prose, and what was masked in it. */
export interface Prose {
	/** As long as the text: offsets into it are offsets into the text. */
	text: string;
	/** In the order of the rules. */
	masked: Masked[];
	/** The code of its language, see `languageOf`. */
	language: string;
}

function filled({ length }: string, leaves: Leaves): string {
	return leaves === 'gap' ? gap.repeat(length) : `\n${' '.repeat(length - 1)}`;
}

function apply(masking: Masking, { kind, leaves, sign, pattern, unless }: ProseRule): void {
	if (!sign.test(masking.text)) return;
	const isOther = unless?.text.test(masking.text) === true;
	masking.replace(kind, pattern, (found) =>
		isOther && unless.found.test(found) ? null : filled(found, leaves)
	);
}

function maskBareLabels(masking: Masking): void {
	if (!bareLabelSign.test(masking.text)) return;
	const found = new Set(Array.from(masking.text.matchAll(bareLabel), ([label]) => label.toLowerCase()));
	const told = masking.masked.some(({ kind }) => kind === 'label');
	if (found.size >= (told ? 1 : leastBareLabels))
		masking.replace('label', bareLabel, (label) => filled(label, 'end'));
}

/** A word that a line's end broke, with its hyphen and a blank; not `short- and long-term`. */
const broken =
	/(?<=(?<![\p{L}\p{N}])(\p{L}?\p{Ll}{1,20}))(?:-|\u2010|\u00ad) (?=(\p{Ll}{2,20})(?![\p{L}]))(?!(?:and|or|to|vs|versus|und|oder|bis|et|ou|y|e|o|as|by|in|of|than|but|nor)(?!\p{L}))/gu;

/** A word that its parts outnumber so many times is one that was written without its hyphen. */
const rarely = 5;

/** Joins words that were broken at the ends of lines: by what is known, with the hyphen or without it. */
function joinBroken(masking: Masking): void {
	if (!/[-\u2010\u00ad] /.test(masking.text)) return;
	const { words } = background();
	masking.text = masking.text.replace(broken, (_, before: string, after: string) => {
		const papers = (word: string) => words.get(foldWord(word.toLowerCase())) ?? 0;
		// Some write `selfsupervised`: what many more write with a hyphen has one.
		const isHyphened = Math.min(papers(before), papers(after)) > rarely * papers(before + after);
		return isHyphened ? `-${silent}` : silent.repeat(2);
	});
}

/** Leaves of a text in another language only the phrases that may name something. */
function maskForeign(masking: Masking, language: string): void {
	const { text, masked } = masking;
	let done = '';
	const hide = (end: number) => {
		const hidden = text.slice(done.length, end);
		if (/\p{L}/u.test(hidden)) masked.push({ kind: 'language', start: done.length, end });
		done += hidden.replace(/[^\n]/g, gap);
	};
	for (const phrase of foreignPhrases(text, language)) {
		hide(phrase[0]?.start ?? 0);
		done += text.slice(done.length, phrase.at(-1)?.end);
	}
	hide(text.length);
	masking.text = done;
}

/**
 * A text (title, line feed, abstract) with all that is no prose overwritten: markup, formulas, citations, statistics,
 * quantities, labels of its parts, codes, registrations, notices. Sentences without a blank between them are parted,
 * words that a line's end broke are joined.
 */
export function prose(text: string): Prose {
	const masking = new Masking(text);
	maskMarkup(masking);
	for (const rule of proseRules) apply(masking, rule);
	maskBareLabels(masking);
	joinBroken(masking);
	const language = languageOf(masking.text);
	if (language !== 'en') maskForeign(masking, language);
	return { text: masking.text, masked: masking.masked, language };
}
