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
	'ising',
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

/** Plurals that no ending tells, each with its singular, and words that only look like a plural. */
const irregular = new Map(
	`analyses analysis appendices appendix areas area automata automaton axes axis bayes bayes biases bias bonuses bonus
	buses bus caches cache campuses campus characteristics characteristic children child cookies cookie corpora corpus
	crises crisis criteria criterion diagnoses diagnosis echoes echo ellipses ellipsis emphases emphasis equilibria
	equilibrium feet foot foci focus focuses focus formulae formula formulas formula gases gas gibbs gibbs halves half hastings hastings hawkes hawkes
	heroes hero heuristics heuristic hypotheses hypothesis ideas idea indices index knives knife leaves leaf lens lens
	lenses lens lives life matrices matrix maxima maximum men man metrics metric mice mouse minima minimum movies movie
	news news niches niche nuclei nucleus oases oasis optima optimum parentheses parenthesis phenomena phenomenon
	procrustes procrustes radii radius schemas schema schemata schema shelves shelf simplices simplex species species
	statuses status stimuli stimulus syntheses synthesis teeth tooth theses thesis topics topic vertices vertex viruses
	virus wolves wolf women woman zombies zombie`
		.split(/\s+/)
		.flatMap((plural, at, words): [string, string][] =>
			at % 2 === 0 ? [[plural, words[at + 1] ?? plural]] : []
		)
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

/** What stands between the words of a name: blanks, hyphens, and the signs in `CodeI/O` and `L^2M`. */
const separators = /[\s\u2010-\u2015/^_-]+/;

/**
 * The key under which two surface forms are one concept: compatible characters and accents folded, lower case, hyphens
 * as spaces, the plural of every word, British as American. Never a stem: `transformer` and `transformation` stay two.
 */
export function canonicalForm(surface: string): string {
	let form = '';
	for (const word of surface.split(separators)) {
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
		.split(separators)
		.filter((word) => word !== '')
		.map((word) => american(singular(word)))
		.join(' ');
	known.set(written, form);
	return form;
}
