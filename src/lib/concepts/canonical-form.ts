const britishEndings: [RegExp, string][] = [
	[/isation(s?)$/, 'ization$1'],
	[/ising$/, 'izing'],
	[/ised$/, 'ized'],
	[/our$/, 'or'],
	[/oural$/, 'oral'],
	[/elling$/, 'eling'],
	[/elled$/, 'eled']
];
/** British endings that are no spelling of another word. */
const keepEnding = new Set([
	'our',
	'four',
	'hour',
	'tour',
	'pour',
	'contour',
	'raising',
	'rising',
	'raised',
	'promising',
	'advised',
	'revised',
	'supervised',
	'unsupervised',
	'telling',
	'selling',
	'comprised',
	'exercised',
	'denoising',
	'noising',
	'arising',
	'comprising',
	'surprising',
	'surprised',
	'advertising',
	'premised',
	'compromised'
]);

/** Plurals that no ending tells, and words that only look like one. */
const irregular = new Map(
	Object.entries({
		matrices: 'matrix',
		vertices: 'vertex',
		indices: 'index',
		analyses: 'analysis',
		hypotheses: 'hypothesis',
		biases: 'bias',
		corpora: 'corpus',
		metrics: 'metric',
		topics: 'topic',
		heuristics: 'heuristic',
		characteristics: 'characteristic',
		ideas: 'idea',
		areas: 'area',
		formulas: 'formula',
		schemas: 'schema',
		bayes: 'bayes',
		news: 'news',
		lens: 'lens',
		focuses: 'focus'
	})
);

/** One word without its plural: never for -ss, -us, -is and -ics (bias, statistics stay). */
export function singular(word: string): string {
	const known = irregular.get(word);
	if (known !== undefined) return known;
	if (word.length < 4 || !word.endsWith('s') || /(ss|us|is|ics|as|ous|series)$/.test(word)) return word;
	if (/ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
	if (/(ch|sh|x|ss|zz)es$/.test(word)) return word.slice(0, -2);
	return word.slice(0, -1);
}

function american(word: string): string {
	if (keepEnding.has(word) || /(supervised|raised)$/.test(word)) return word;
	for (const [ending, replacement] of britishEndings)
		if (ending.test(word)) return word.replace(ending, replacement);
	return word;
}

/**
 * The key under which two surface forms are one concept: compatible characters and accents folded, lower case, hyphens
 * as spaces, the plural of every word, British as American. Never a stem: `transformer` and `transformation` stay two.
 */
export function canonicalForm(surface: string): string {
	let form = '';
	for (const word of surface.split(/[\s\u2010-\u2015-]+/)) {
		const folded = word === '' ? '' : foldWord(word);
		if (folded !== '') form = form === '' ? folded : `${form} ${folded}`;
	}
	return form;
}

/** Words that were folded before: those of a corpus come again and again. */
const known = new Map<string, string>();

/** The same of one word, without blanks or hyphens. */
export function foldWord(written: string): string {
	const before = known.get(written);
	if (before !== undefined) return before;
	if (known.size > 200_000) known.clear();
	const plain = written
		.normalize('NFKD')
		.replace(/[\p{M}\u00ad\u200b]+/gu, '')
		.normalize('NFC')
		// The plural of an acronym, however short: `LMs`, `CoTs`.
		.replace(/^(\p{L}*\p{Lu})s$/u, '$1')
		.toLowerCase()
		.replace(/['\u2019]s?$/, '');
	// Compatible characters may hold a blank or a hyphen of their own.
	const form = plain
		.split(/[\s\u2010-\u2015-]+/)
		.filter((word) => word !== '')
		.map((word) => american(singular(word)))
		.join(' ');
	known.set(written, form);
	return form;
}
