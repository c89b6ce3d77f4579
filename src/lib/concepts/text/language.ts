import { createRequire } from 'node:module';
import { englishWords, grammars } from '#lib/concepts/constants/function-words.ts';

type Detect = (text: string) => string;

let loaded: Detect | null = null;

/** Asks tinyld, which is loaded only where a text is not plainly English: it has profiles of sixty languages. */
function detect(text: string): string {
	const require = createRequire(import.meta.url);
	loaded ??= (require('tinyld') as { detect: Detect }).detect;
	return loaded(text);
}

/** From this share of function words on, a text in Latin letters is English: of other languages it is below a tenth. */
const englishShare = 0.15;

/** A text of a language whose function words are not known is told by its letters, from so many words on, and below this share. */
const tellingWords = 15;
/** Two function words at the least: one may be a word of an English title (`non`, `trust`). */
const leastOwn = 2;
const hardlyEnglish = 0.05;

/** How much of a text is looked at, in UTF-16 code units. */
const looked = 1500;

const nonLatin = /[\u0370-\u1dff\u2c80-\uabff\uac00-\ud7ff\uf900-\ufdff]/gu;

function shareOf(words: string[], known: ReadonlySet<string>): number {
	return words.filter((word) => known.has(word)).length / Math.max(1, words.length);
}

/**
 * The language of a text (title, line feed, abstract) by its ISO 639-1 code: that of the abstract, where there is one.
 * A text of which nothing can be told, as a short title, is English.
 */
export function languageOf(text: string): string {
	const abstract = text.slice(text.indexOf('\n') + 1);
	const told = (abstract.length > 80 ? abstract : text).slice(0, looked);
	const others = told.match(nonLatin)?.length ?? 0;
	const latin = told.replace(/[^\p{L}]+/gu, '').length - others;
	if (others > latin) return detect(told) || 'und';
	const words =
		told
			.slice(0, 1200)
			.toLowerCase()
			.match(/\p{L}+/gu) ?? [];
	const english = shareOf(words, englishWords);
	if (english >= englishShare) return 'en';
	// Names of models and given keywords may be half of a text in Chinese.
	if (3 * others > latin) return detect(told) || 'und';
	const language = words.length > 2 ? detect(told) : 'en';
	const grammar = grammars[language];
	if (grammar) {
		const own = shareOf(words, grammar.openers) + shareOf(words, grammar.others);
		return own > english && own * words.length >= leastOwn ? language : 'en';
	}
	return words.length >= tellingWords && english < hardlyEnglish ? language || 'en' : 'en';
}
