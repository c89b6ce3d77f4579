import { grammars, type Grammar } from '#lib/concepts/constants/function-words.ts';
import { gap } from './masking.ts';
import { sentences, type Span } from '#lib/domain/sentences.ts';

/** A word of a text in another language than English; an apostrophe parts two. */
interface ForeignWord extends Span {
	written: string;
	small: string;
}

/** A phrase that may name something, with its words. Those that only link are among them. */
export type ForeignPhrase = ForeignWord[];

const wordPattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}+.-]*[\p{L}\p{N}+]|\p{L}/gu;

/** Names in Latin letters wherever they stand, in whatever script around: `BERT`, `U-Net`, `ChatGPT`, `GPT-4`. */
const namePattern =
	/(?<![A-Za-z\d])(?=[A-Za-z\d.+-]*(?:[A-Z][A-Za-z\d.+-]*[A-Z]|[a-z][A-Z]|[A-Z][A-Za-z.-]*\d))[A-Za-z][A-Za-z\d+]*(?:[.-][A-Za-z\d+]+)*(?: \d+(?:\.\d+)?)?(?![A-Za-z\d])/g;

/** The same where the letters around are no Latin ones: there, any word of some length is a name. */
const latinPattern =
	/(?<![A-Za-z\d])(?=[A-Za-z\d.+-]{3})[A-Za-z][A-Za-z\d+]*(?:[.-][A-Za-z\d+]+)*(?: [A-Z][A-Za-z\d+]+)*(?![A-Za-z\d])/g;

const leftPattern = new RegExp(`[^${gap}\\n]+`, 'gu');

/** The shortest word that names something, in letters. */
const shortest = 3;
/** The longest phrase, in words. */
const longest = 5;

function wordsOf(text: string, { start, end }: Span): ForeignWord[] {
	return Array.from(text.slice(start, end).matchAll(wordPattern), ({ 0: written, index }) => ({
		...{ written, small: written.toLowerCase() },
		...{ start: start + index, end: start + index + written.length }
	}));
}

function isContent({ small }: ForeignWord, { openers, others, links }: Grammar): boolean {
	return (
		small.length >= shortest &&
		/^\p{L}/u.test(small) &&
		![openers, others, links].some((words) => words.has(small))
	);
}

/** Words stand side by side: blanks, or an apostrophe, between them. */
function isBeside(text: string, before: ForeignWord | undefined, word: ForeignWord): boolean {
	return (
		before !== undefined &&
		/^[\s'\u2019]*$/u.test(text.slice(before.end, word.start)) &&
		!text.slice(before.end, word.start).includes('\n')
	);
}

/** German nouns have a capital; an adjective between an opener and a noun belongs to it: `die duale Ausbildung`. */
function germanPhrases(
	text: string,
	sentence: ForeignWord[],
	grammar: Grammar,
	inside: ReadonlySet<string>
): ForeignPhrase[] {
	const isNoun = (word: ForeignWord | undefined, at: number) =>
		word !== undefined &&
		/^\p{Lu}/u.test(word.written) &&
		isContent(word, grammar) &&
		(at > 0 ||
			inside.has(word.written) ||
			/(?:ung|heit|keit|schaft|tion|tät|ismus|nis)(?:en|e)?$/.test(word.small));
	const found: ForeignPhrase[] = [];
	for (let at = 0; at < sentence.length; at += 1) {
		const word = sentence[at];
		if (!word || !isNoun(word, at)) continue;
		const phrase = [word];
		const [opener, adjective] = [sentence[at - 2], sentence[at - 1]];
		const isQualified =
			adjective !== undefined &&
			opener !== undefined &&
			grammar.openers.has(opener.small) &&
			/\p{Ll}e[nrsm]?$/u.test(adjective.written) &&
			/^\p{Ll}/u.test(adjective.written) &&
			isContent(adjective, grammar) &&
			isBeside(text, adjective, word);
		if (isQualified) phrase.unshift(adjective);
		for (
			let next = sentence[at + 1];
			next && isNoun(next, at + 1) && isBeside(text, sentence[at], next);
			next = sentence[at + 1]
		) {
			phrase.push(next);
			at += 1;
		}
		found.push(phrase.slice(0, longest));
	}
	return found;
}

/** Behind an article stands a noun; what follows it by its ending or behind a link belongs to it: `le droit du travail`. */
function romancePhrases(text: string, sentence: ForeignWord[], grammar: Grammar): ForeignPhrase[] {
	const found: ForeignPhrase[] = [];
	const isAdjective = ({ small }: ForeignWord) => grammar.adjective?.test(small) === true;
	for (let at = 0; at < sentence.length; at += 1) {
		const [opener, first] = [sentence[at], sentence[at + 1]];
		if (!opener || !first || !grammar.openers.has(opener.small)) continue;
		if (!isContent(first, grammar) || !isBeside(text, opener, first)) continue;
		const phrase = [first];
		for (let next = at + 2; phrase.length < longest; next = at + 1 + phrase.length) {
			const [link, noun] = [sentence[next], sentence[next + 1]];
			if (!link || !isBeside(text, phrase.at(-1), link)) break;
			if (isContent(link, grammar) && isAdjective(link)) phrase.push(link);
			else if (
				noun &&
				grammar.links.has(link.small) &&
				isContent(noun, grammar) &&
				isBeside(text, link, noun)
			)
				phrase.push(link, noun);
			else break;
		}
		found.push(phrase);
		at += phrase.length;
	}
	return found;
}

function namesIn(text: string, pattern: RegExp): ForeignPhrase[] {
	return Array.from(text.matchAll(pattern), ({ 0: written, index }) => [
		{ written, small: written.toLowerCase(), start: index, end: index + written.length }
	]);
}

/** Letters of other scripts than Latin's. */
const otherScript = /[\u0370-\u1dff\u2c80-\uabff\uac00-\ud7ff]/u;

/**
 * The phrases of a text that is not English, in their order: of the languages with a grammar the noun phrases that it can tell
 * for sure, never a clause; of every language the names in Latin letters.
 */
export function foreignPhrases(text: string, language: string): ForeignPhrase[] {
	const names = namesIn(text, otherScript.test(text) ? latinPattern : namePattern);
	const grammar = grammars[language];
	if (!grammar) return names;
	const all = sentences(text).map((sentence) => wordsOf(text, sentence));
	const inside = new Set(all.flatMap((words) => words.slice(1).map(({ written }) => written)));
	const found = all.flatMap((words) =>
		grammar.adjective ? romancePhrases(text, words, grammar) : germanPhrases(text, words, grammar, inside)
	);
	const isFree = ([name]: ForeignPhrase) =>
		!found.some((phrase) => phrase.some(({ start, end }) => name && name.start < end && start < name.end));
	return [...found, ...names.filter(isFree)].sort((a, b) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0));
}

/** The phrases that masking has left of such a text: what stands between gaps. */
export function phrasesLeft(text: string): ForeignPhrase[] {
	return Array.from(text.matchAll(leftPattern), ({ 0: left, index }) =>
		wordsOf(text, { start: index, end: index + left.length })
	);
}

/** Whether a phrase may end with a word: not where it only links, and where nouns have capitals, only with one. */
export function mayEnd({ written, small }: ForeignWord, language: string): boolean {
	const grammar = grammars[language];
	if (!grammar) return true;
	return grammar.adjective ? !grammar.links.has(small) : /[\p{Lu}\d]/u.test(written);
}

/** Whether a phrase may begin with its word at a place: the first, a noun behind a link, a German noun. */
export function mayBegin(phrase: ForeignPhrase, at: number, language: string): boolean {
	const [word, before] = [phrase[at], phrase[at - 1]];
	if (!word) return false;
	if (!before) return true;
	const grammar = grammars[language];
	return grammar?.adjective ? grammar.links.has(before.small) : mayEnd(word, language);
}
