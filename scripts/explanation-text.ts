import type { Explanation } from '#lib/concepts/explain.ts';
import type { MaskedCount } from '#lib/concepts/masked-places.ts';
import type { ScoreReasons } from '#lib/concepts/ranking/score-reasons.ts';

/** How many of a score's parts are printed. */
const heaviest = 14;

function count(n: number, word: string): string {
	return `${n} ${word}${n === 1 ? '' : 's'}`;
}

function scoreLines({ paper, form, score, weights }: ScoreReasons): string[] {
	const shown = weights.filter(({ weight }) => Math.abs(weight) >= 0.005).slice(0, heaviest);
	const sum = (some: typeof weights) => some.reduce((total, { weight }) => total + weight, 0);
	const rest = sum(weights) - sum(shown);
	const signed = (weight: number) => `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(2)}`;
	return [
		`  "${form}" scores ${score.toFixed(2)} in ${paper}, where it scores best: the sum of these weights is the logarithm of the odds`,
		...shown.map(({ name, weight }) => `  ${signed(weight)}  ${name}`),
		...(weights.length > shown.length
			? [`  ${signed(rest)}  ${weights.length - shown.length} lighter ones together`]
			: [])
	];
}

/** What `--explain` prints: a paragraph for each question that one may have of a concept, and what was masked in its papers. */
export function explanationText(
	{ concept, namesakes, written, forms, score, definitions, introducedBy, broader, narrower }: Explanation,
	masked: MaskedCount[]
): string {
	const chosen = forms.map(
		({ form, rule, papers, count: places, maximal, expected }) =>
			`  "${form}" (${rule}): in ${count(papers, 'paper')}, ${count(places, 'place')}, ` +
			`${maximal} of them a whole phrase; ${expected.toFixed(2)} papers expected to name it`
	);
	const merged = definitions.map(
		({ short, long, papers }) => `  ${short} = ${long}, as defined in ${papers.join(', ')}`
	);
	const parts: [string, string[]][] = [
		['Chosen for', chosen],
		['Scored', score ? scoreLines(score) : []],
		['Written', written.map(({ surface, why }) => `  ${surface} (${why})`)],
		['Merged by definitions', merged],
		[
			'Other concepts called so',
			namesakes.map(({ concept: id, papers }) => `  ${id}, in ${count(papers, 'paper')}`)
		],
		['Introduced by', introducedBy.map(({ paper, rule }) => `  ${paper} (${rule})`)],
		['Broader', broader.map(({ concept: other, rule }) => `  ${other} (${rule})`)],
		['Narrower', narrower.map(({ concept: other, rule }) => `  ${other} (${rule})`)],
		[
			'Masked in its papers, because it is no prose',
			masked.map(
				({ what, count: times, written }) => `  ${what}, ${times.toLocaleString('en')} times: ${written}`
			)
		]
	];
	return [
		`${concept.label}: ${concept.name}, ${concept.kind}, in ${count(concept.papers, 'paper')}`,
		...parts.flatMap(([title, rows]) => (rows.length > 0 ? ['', title, ...rows] : []))
	].join('\n');
}
