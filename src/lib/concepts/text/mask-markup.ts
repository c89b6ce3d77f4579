import { longestWord } from '#lib/domain/limits.ts';
import { letters } from '#lib/concepts/words/lexicon.ts';

/**
 * What is no text: tags and entities of HTML, commands of LaTeX that only dress a word. Each pattern takes time linear
 * in the text.
 */
const markup: RegExp[] = [
	/<\/?[a-z][a-z0-9]{0,9}(?: [^<>\n]{0,200})?>/giu,
	/&(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,6});/giu,
	/\\(?:text[a-z]{2,9}|emph|math[a-z]{2,6}|operatorname|underline|cite[a-z]{0,5}|ref|url|href|footnote|xspace)(?![a-z]) ?\{?/gu,
	// Other commands say nothing, but for the letters that they name: `$\alpha$-divergence`.
	new RegExp(`\\\\(?!(?:${[...letters].join('|')})(?![a-z]))[a-z]{2,20}`, 'giu'),
	/[{}~]/gu
];

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

/** Math: `$\alpha$-divergence` is a word, whatever stands between its letters. */
const math = /\$|\\(?=[a-z])/giu;

/** A soft hyphen belongs to the word in which it stands, and says nothing. */
const silent = '\u00ad';

/** What no language writes as a word: data, a program's output, a text without its blanks. */
const endless = new RegExp(
	`[\\p{L}\\p{M}\\p{N}+#.&@'\u2019_\u00ad\u2010\u2011\u2013/-]{${longestWord + 1},}`,
	'gu'
);

/**
 * The text without its markup, of the same length, so that every offset stays what it is: blanks for what dresses a
 * word, soft hyphens for the signs of math, and bullets, which end a phrase, for addresses and endless words.
 */
export function maskMarkup(text: string): string {
	let masked = text.replace(unseen, silent).replaceAll('\u2212', '-');
	masked = masked.replace(endless, ({ length }) => '\u2022'.repeat(length));
	// Most texts have neither: looking for a sign is quicker than for a pattern.
	for (const { sign, pattern } of addresses)
		if (sign.test(masked)) masked = masked.replace(pattern, ({ length }) => '\u2022'.repeat(length));
	if (masked.includes('&'))
		masked = masked.replace(letterEntity, (entity, letter: string) => letter.padEnd(entity.length, silent));
	if (masked.includes('\\')) masked = masked.replace(accents, (sign) => sign.replace(/\P{L}/gu, silent));
	if (/[<&\\{}~]/.test(masked))
		for (const pattern of markup) masked = masked.replace(pattern, ({ length }) => ' '.repeat(length));
	return masked.replace(math, silent);
}

/** A stretch of a masked text as one would write it. */
export function plainSurface(masked: string): string {
	if (!/\u00ad|\s\s/.test(masked)) return masked;
	return masked.replaceAll(silent, '').replace(/\s+/g, ' ').trim();
}
