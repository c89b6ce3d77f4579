import { longestWord } from '#lib/domain/limits.ts';
import { letters } from '#lib/concepts/words/lexicon.ts';
import { gap, silent, type Masking } from './masking.ts';

/**
 * What is no text: tags and entities of HTML, commands of LaTeX that only dress a word. Each pattern takes time linear
 * in the text.
 */
const markup: RegExp[] = [
	/<\/?[a-z][a-z0-9]{0,9}(?::[a-z][a-z0-9-]{0,20})?(?: [^<>\n]{0,200})?\/?>/giu,
	/&lt;\/?[a-z][a-z0-9:]{0,20}(?: [^&<>\n]{0,100})?\/?&gt;/giu,
	/&(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,6});/giu,
	// A backslash that an exporter wrote out, with the command that it began: `\textbackslash mathcal`.
	new RegExp(
		`\\{?\\\\(?:text)?backslash(?:\\{\\})?\\}? ?(?:(?!(?:${[...letters].join('|')})(?![a-z]))[a-z]{2,20})?`,
		'giu'
	),
	/\\(?:text[a-z]{2,9}|emph|math[a-z]{2,6}|operatorname|underline|cite[a-z]{0,5}|ref|url|href|footnote|xspace)(?![a-z]) ?\{?/gu,
	// Other commands say nothing, but for the letters that they name: `$\alpha$-divergence`.
	new RegExp(`\\\\(?!(?:${[...letters].join('|')})(?![a-z]))[a-z]{2,20}`, 'giu'),
	/[{}~]/gu
];

/** Commands whose argument is no text: the key of a paper, of a figure. */
const keys =
	/\\(?:[a-z]{0,6}cite[a-z]{0,9}|eqref|ref|label|bibitem)\*? ?(?:\[[^\]\n]{0,80}\]){0,2}\{[^{}\n]{0,200}\}/giu;

/** Accents as LaTeX sets them: `Fr\'echet`, `Schr{\"o}dinger`. */
const accents = /\{\\['"`^~=.] ?\p{L}\}|\\['"`^~=.](?:\{\p{L}\})?/gu;

/** Letters with accents as HTML writes them: `na&iuml;ve`. */
const letterEntity = /&([a-z])(?:uml|acute|grave|circ|tilde|cedil|ring|slash|caron);/giu;

/** What stands inside words and is not seen. */
const unseen = /[\u200b-\u200d\u2060\ufeff]/gu;

/** Addresses of pages, code and people, each with a sign that a text must have for the pattern to be tried. */
const addresses: { sign: RegExp; pattern: RegExp }[] = [
	{ sign: /:\/\/|www\./i, pattern: /\b(?:https?:\/\/|www\.)[^\s)\]}]+/giu },
	{ sign: /@/, pattern: /(?<![\w.-])[\w.-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}/gu },
	{
		sign: /\.(?:com|org|net|io|ai|edu)\//i,
		pattern: /(?<![\w.-])[\w-]{1,64}(?:\.[\w-]{1,64}){0,3}\.(?:com|org|net|io|ai|edu)\/[^\s)\]}]*/giu
	}
];

/** A formula; money is none, and has words between its two signs. */
const formula = /\$\$?[^$\n]{1,200}\$\$?|\\\([^\n]{1,200}?\\\)/gu;

/** A word in a formula that no command and no function is: `$\text{GRPO}$`. */
const wordInFormula =
	/(?<![\\a-z])(?!(?:log|exp|max|min|sin|cos|tan|arg|sup|inf|lim|det|dim|poly|mod|softmax)(?![a-z]))[a-z]{3,}/i;

/**
 * Whether a formula names nothing: it is no part of a word (`$\alpha$-divergence`), and no word is a part of it.
 */
function isBareFormula(found: string, start: number, text: string): boolean {
	if (
		/[\p{L}\p{N}-]/u.test(text.charAt(start - 1)) ||
		/[\p{L}\p{N}-]/u.test(text.charAt(start + found.length))
	)
		return false;
	return !wordInFormula.test(found.replace(/\\[a-z]+/gi, ''));
}

/** Math: `$\alpha$-divergence` is a word, whatever stands between its letters. */
const math = /\$|\\(?=[a-z])/giu;

/** What no language writes as a word: data, a program's output, a text without its blanks. */
const endless = new RegExp(
	`[\\p{L}\\p{M}\\p{N}+#.&@'\u2019_\u00ad\u2010\u2011\u2013/-]{${longestWord + 1},}`,
	'gu'
);

function gaps({ length }: string): string {
	return gap.repeat(length);
}

/**
 * Masks what is markup: blanks for what dresses a word, soft hyphens for the signs of math, and bullets, which end a
 * phrase, for formulas, addresses and endless words.
 */
export function maskMarkup(masking: Masking): void {
	masking.text = masking.text.replace(unseen, silent).replaceAll('\u2212', '-');
	masking.replace('endless', endless, gaps);
	// Most texts have neither: looking for a sign is quicker than for a pattern.
	for (const { sign, pattern } of addresses)
		if (sign.test(masking.text)) masking.replace('address', pattern, gaps);
	if (/\$|\\\(/.test(masking.text))
		masking.replace('formula', formula, (found, start, text) =>
			isBareFormula(found, start, text) ? gaps(found) : null
		);
	if (masking.text.includes('&'))
		masking.text = masking.text.replace(letterEntity, (entity, letter: string) =>
			letter.padEnd(entity.length, silent)
		);
	if (masking.text.includes('\\'))
		masking.text = masking.text.replace(accents, (sign) => sign.replace(/\P{L}/gu, silent));
	if (masking.text.includes('\\')) masking.replace('citation', keys, gaps);
	if (/[<&\\{}~]/.test(masking.text))
		for (const pattern of markup) masking.replace('markup', pattern, ({ length }) => ' '.repeat(length));
	masking.text = masking.text.replace(math, silent);
}

/** A stretch of a masked text as one would write it. */
export function plainSurface(masked: string): string {
	if (!/\u00ad|\s\s/.test(masked)) return masked;
	return masked.replaceAll(silent, '').replace(/\s+/g, ' ').trim();
}
