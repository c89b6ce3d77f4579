/** British endings with their American spelling, for the words that have them. */
const endings: [RegExp, string][] = [
	[/isation(s?)$/, 'ization$1'],
	[/(?<=.{3})iser$/, 'izer'],
	[/(?<=.{3})ising$/, 'izing'],
	[/(?<=.{3})ised$/, 'ized'],
	[/yse(r?)$/, 'yze$1'],
	[
		/(?<=(?:arm|behavi|col|endeav|fav|flav|harb|hon|hum|lab|neighb|rum|tum|vap))our(?=al$|ed$|ing$|hood$|$)/,
		'or'
	],
	[/(?<=(?:cancel|channel|fuel|label|level|model|panel|signal|travel|tunnel))l(?=ing$|ed$|er$)/, ''],
	[/^(cent|fib|lit|met|theat)re$/, '$1er'],
	[/^(def|off)ence$/, '$1ense'],
	[/^(ana|cata|dia|mono)logue$/, '$1log'],
	[/^p(aediatric|aediatrics)$/, 'pediatric'],
	[/^haem/, 'hem']
];

const words = new Map(
	Object.entries({
		grey: 'gray',
		artefact: 'artifact',
		ageing: 'aging',
		judgement: 'judgment',
		programme: 'program'
	})
);

/** Words whose ending is no British spelling of another one. */
const keep =
	/(^|[^a-z])(ising|compromised|comprised|comprising|denoising|exercised|exercising|noising|premised|promising|raised|raising|revised|revising|rising|arising|advised|advising|advertising|advertiser|improvising|surprised|surprising|wiser|riser|adviser|miser)$|(supervised|raised|poised|noised)$/;

/** What every British ending has: most words have nothing of it, and one look is quicker than twelve. */
const sign = /is(?:er|ing|ed|ations?)$|yser?$|our|ll(?:ing|ed|er)$|re$|ence$|logue$|ae/;

/** A British word as Americans spell it. Lower case, in the singular. */
export function american(word: string): string {
	const known = words.get(word);
	if (known !== undefined) return known;
	if (!sign.test(word)) return word;
	if (keep.test(word)) return word;
	for (const [ending, replacement] of endings)
		if (ending.test(word)) return word.replace(ending, replacement);
	return word;
}
