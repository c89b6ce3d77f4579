/** Plurals that no ending tells, each with its singular. */
const irregular = new Map(
	`algae alga analyses analysis apis api appendices appendix automata automaton axes axis bacteria bacterium biases bias bonuses bonus buses bus caches
	cache campuses campus canvases canvas characteristics characteristic children child clinics clinic cookies cookie
	corpora corpus cpus cpu crises crisis criteria criterion critics critic curricula curriculum diagnoses diagnosis
	echoes echo ellipses ellipsis emphases emphasis equilibria equilibrium fabrics fabric feet foot foci focus focuses
	focus formulae formula fungi fungus gases gas gpus gpu guis gui halves half heroes hero heuristics heuristic hypotheses hypothesis
	indices index knives knife leaves leaf lenses lens lives life matrices matrix maxima maximum men man metrics metric
	mice mouse minima minimum mosaics mosaic movies movie niches niche npus npu nuclei nucleus oases oasis optima optimum
	parentheses parenthesis phenomena phenomenon plateaus plateau radii radius rubrics rubric schemata schema shelves shelf simplices
	simplex spectra spectrum statuses status stimuli stimulus syntheses synthesis teeth tooth theses thesis topics topic
	tpus tpu vertices vertex viruses virus wolves wolf women woman zombies zombie`
		.split(/\s+/)
		.flatMap((plural, at, words): [string, string][] =>
			at % 2 === 0 ? [[plural, words[at + 1] ?? plural]] : []
		)
);

/** Words that only look like a plural, besides those in -ss, -us, -is and -ics. */
const singulars = new Set(
	`alias always atlas bayes bias canvas christmas gas gibbs has hastings hawkes kansas lens news overseas pancreas
	perhaps procrustes series species texas was whereas`.split(/\s+/)
);

/** One word without its plural: never for -ss, -us, -is and -ics (`corpus`, `statistics` stay). Lower case. */
export function singular(word: string): string {
	const known = irregular.get(word);
	if (known !== undefined) return known;
	if (word.length < 4 || !word.endsWith('s') || singulars.has(word) || /(ss|us|is|ics|series)$/.test(word))
		return word;
	if (/ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
	if (/(ch|sh|x|ss|zz)es$/.test(word)) return word.slice(0, -2);
	return word.slice(0, -1);
}
