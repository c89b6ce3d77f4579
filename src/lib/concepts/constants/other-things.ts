import { wordsOf, type WordGroup } from '#lib/concepts/words/word-groups.ts';

/**
 * Last words of names that no kind of ours fits, in fields besides machine learning: they are other, not whatever their
 * neighbours in the text look like.
 */
const headGroups: readonly WordGroup[] = [
	{
		why: 'Diseases, and what they befall: medicine and biology are about them, and no text does or measures them.',
		words: `
			earthquake tsunami disease syndrome disorder cancer tumor carcinoma infection virus bacterium protein enzyme gene
			receptor antibody cell tissue mouse rat patient species genus plant tree
		`
	},
	{
		why: 'Places, bodies of people, and what these decide.',
		words: `
			forest river lake ocean island mountain city country state bank agency organization commission union law act
			directive judgment war treaty empire church constitution court ethics religion century
		`
	},
	{
		why: 'What physics, chemistry and geology look at.',
		words: `
			star galaxy planet comet electron proton neutron photon boson quark atom molecule ion crystal alloy polymer acid
			oxide rock mineral soil
		`
	}
];
export const otherHeads: ReadonlySet<string> = wordsOf(headGroups);

/** Names that are other whatever stands around them: what computes, and what everything is about. */
export const otherNames: ReadonlySet<string> = new Set([
	'ai',
	'gpu',
	'cpu',
	'tpu',
	'natural language',
	'rationale',
	'nlp',
	'ml'
]);

/** The names of countries in canonical spelling, from the platform's own table of regions. */
export function isCountry(form: string): boolean {
	countries ??= new Set(regionNames());
	return countries.has(form);
}

let countries: Set<string> | null = null;

function* regionNames(): Generator<string> {
	const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
	const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
	for (const first of letters)
		for (const second of letters) {
			const name = names.of(`${first}${second}`);
			if (name !== undefined) yield name.toLowerCase().replace(/ sar china$/, '');
		}
}
