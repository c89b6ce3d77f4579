import { paperIdSchema } from '#lib/domain/ids.ts';
import type { Paper } from '#lib/domain/paper.ts';

/** What a made-up paper may speak of: a theme, and the ideas of that theme. */
const themes: Record<string, string[]> = {
	'speech recognition': ['phoneme lattice', 'beam search decoder', 'accent adaptation', 'word error rate'],
	'protein folding': ['contact map', 'residue graph', 'energy landscape', 'template alignment'],
	'robot grasping': ['tactile sensor', 'grasp planner', 'suction gripper', 'contact map'],
	'weather forecasting': ['ensemble forecast', 'radar nowcast', 'energy landscape', 'cloud mask'],
	'program synthesis': ['sketch completion', 'loop invariant', 'beam search decoder', 'unit test oracle'],
	'music generation': ['chord progression', 'beat tracker', 'melody transformer', 'timbre transfer'],
	'traffic control': ['signal timing', 'queue estimator', 'ensemble forecast', 'green wave'],
	'image restoration': ['blur kernel', 'noise schedule', 'cloud mask', 'patch prior']
};
const openings = ['We propose', 'We introduce', 'This paper presents'];
const names = ['Ora', 'Kel', 'Miru', 'Tas', 'Bel', 'Nuo', 'Zef', 'Lin', 'Pax', 'Yed'];
const endings = ['Net', 'Former', 'Flow', 'Bench'];

/** The `n`th paper of an endless row, the same every time; `given` is what an assertion looks at. */
export function madeUpPaper(n: number, given: Partial<Omit<Paper, 'id'>> = {}): Paper {
	const row = Object.entries(themes);
	const pick = <Item>(from: Item[], at: number) => from[at % from.length] as Item;
	const [theme, ideas] = pick(row, n);
	const name = `${pick(names, Math.floor(n / 8))}${pick(endings, Math.floor(n / 80))}${n % 8 === 0 ? '' : n % 8}`;
	const idea = (at: number) => pick(ideas, n + at + Math.floor(n / 8));
	const [first, second, third] = [idea(0), idea(1), idea(2)];
	const year = 2018 + (n % 7);
	const month = String(1 + (n % 12)).padStart(2, '0');
	return {
		id: paperIdSchema.parse(`made-up-${String(n).padStart(4, '0')}`),
		title: `${name}: a ${first} for ${theme}`,
		abstract: [
			`${pick(openings, n)} ${name}, which brings a ${first} to ${theme}.`,
			`Where earlier work on ${theme} leans on the ${second}, ${name} learns it together with the ${third}.`,
			`With a ${second} of its own, ${name} needs less data, and the ${first} can be read by people.`
		].join(' '),
		date: `${year}-${month}-${String(1 + (n % 28)).padStart(2, '0')}`,
		url: null,
		organization: pick(['Pond Institute', 'Hill College', null], n),
		authors: [`A. Author ${n % 30}`, `B. Author ${n % 17}`],
		authorCount: 2,
		comments: n % 5,
		source: 'made-up',
		...given
	};
}
