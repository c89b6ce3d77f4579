import { seededRandom } from '#lib/graph/random.ts';

/**
 * What was measured on 24,908 real abstracts (170 words each), and is made up here in the same way: the number of
 * different words grows with the root of the text (Heaps, .45 to .53), words and ideas are said by the laws that this
 * makes (Zipf), one paper of a hundred is nearly another one, and themes have their years.
 */
const laws = {
	/** Different ideas of a theme after n mentions: n to this power. */
	heaps: 0.55,
	themes: 320,
	/** Weight of the n-th theme: one over n to this power. */
	themeZipf: 0.7,
	copies: 0.01,
	ideasPerPaper: 8,
	sentences: 9,
	fillers: 6000,
	/** Share of ideas that come from another theme. */
	strays: 0.15,
	firstYear: 2005,
	years: 20
} as const;

const heads =
	'network model decoder kernel sampler lattice planner sensor transformer policy objective benchmark corpus graph encoder estimator search filter prior regularizer parser index simulator controller dataset embedding'.split(
		' '
	);
const openings = [
	'We study',
	'This paper introduces',
	'We propose',
	'We analyse',
	'Here we present',
	'We compare'
];
const links = ['together with', 'on top of', 'instead of', 'as a part of', 'before', 'under', 'without'];
const verbs = ['improves', 'explains', 'replaces', 'bounds', 'reuses', 'predicts', 'guides', 'limits'];
const onsets = 'b br c d dr f fl g gr h k l m n p pl qu r s sk st t tr v w z'.split(' ');
const nuclei = 'a e i o u ai ea io ou'.split(' ');
const codas = ['', '', 'l', 'm', 'n', 'r', 's', 't', 'x'];

type Random = () => number;

function pick<Item>(items: readonly Item[], random: Random): Item {
	return items[Math.floor(random() * items.length)] as Item;
}

function word(random: Random, syllables: number): string {
	return (
		Array.from({ length: syllables }, () => pick(onsets, random) + pick(nuclei, random)).join('') +
		pick(codas, random)
	);
}

/** What a theme has said so far, each mention once: drawing one gives what is said often again (Simon 1955). */
interface Theme {
	name: string;
	said: string[];
	different: number;
	/** The year around which it is most alive. */
	peak: number;
}

function idea(theme: Theme, random: Random): string {
	const wanted = (theme.said.length + 1) ** laws.heaps;
	let found: string;
	if (theme.different < wanted) {
		found = `${word(random, 2)} ${random() < 0.3 ? `${word(random, 2)} ` : ''}${pick(heads, random)}`;
		theme.different += 1;
	} else found = pick(theme.said, random);
	theme.said.push(found);
	return found;
}

/** The weights of themes in a year, summed up from the first to the last. */
function activity(themes: readonly Theme[], year: number): number[] {
	let sum = 0;
	return themes.map(({ peak }, at) => {
		const alive = 0.15 + Math.exp(-(((year - peak) / 3) ** 2));
		return (sum += alive / (at + 1) ** laws.themeZipf);
	});
}

function drawn(sums: readonly number[], random: Random): number {
	const wanted = random() * (sums.at(-1) ?? 0);
	let [low, high] = [0, sums.length - 1];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sums[middle] ?? 0) < wanted) low = middle + 1;
		else high = middle;
	}
	return low;
}

interface MadeUpRecord {
	id: string;
	title: string;
	abstract: string;
	date: string;
	authors: string[];
}

/** So many records, the same for a seed, the first ones the same for whatever number. */
export function* madeUpCorpus(count: number, seed = 1): Generator<MadeUpRecord> {
	const random = seededRandom(seed);
	const fillers = Array.from({ length: laws.fillers }, () => word(random, 2 + Math.floor(random() * 2)));
	// By the square, the first ones are said far more often: about Zipf's law.
	const filler = () => fillers[Math.floor(random() ** 3 * fillers.length)] ?? '';
	const themes = Array.from({ length: laws.themes }, (): Theme => ({
		name: `${word(random, 2)} ${word(random, 2)}`,
		said: [],
		different: 0,
		peak: laws.firstYear + random() * laws.years
	}));
	const sums = Array.from({ length: laws.years }, (_, at) => activity(themes, laws.firstYear + at));
	const recent: MadeUpRecord[] = [];
	for (let number = 0; number < count; number += 1) {
		// Literature grows: most papers are of the last years.
		const year = Math.floor(laws.years * Math.sqrt(random()));
		const date = `${laws.firstYear + year}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-15`;
		const id = `made.${String(number).padStart(6, '0')}`;
		const copied = recent.length > 50 && random() < laws.copies ? pick(recent, random) : null;
		if (copied) {
			yield { ...copied, id, date, title: `${copied.title}, ${word(random, 2)}` };
			continue;
		}
		const theme = themes[drawn(sums[year] ?? [], random)] as Theme;
		const ideas = Array.from({ length: laws.ideasPerPaper }, () =>
			idea(random() < laws.strays ? pick(themes, random) : theme, random)
		);
		const name = `${word(random, 2)}${pick(['Net', 'Former', 'Bench', 'Flow'], random)}`;
		const system = name.charAt(0).toUpperCase() + name.slice(1);
		const sentences = Array.from({ length: laws.sentences }, (_, at) => {
			const [first, second] = [pick(ideas, random), ideas[at % ideas.length] ?? ''];
			const more = Array.from({ length: 5 }, filler).join(' ');
			return `The ${first} ${pick(verbs, random)} the ${second} ${pick(links, random)} ${filler()} and ${more}.`;
		});
		const record = {
			id,
			title: `${system}: ${ideas[0] ?? ''} for ${theme.name}`,
			abstract: `${pick(openings, random)} ${system}, a ${ideas[0] ?? ''} for ${theme.name}. ${sentences.join(' ')}`,
			date,
			authors: [
				`${word(random, 1)} ${fillers[Math.floor(random() * 3000)] ?? ''}`,
				`${word(random, 1)} ${filler()}`
			]
		};
		recent[number % 1000] = record;
		yield record;
	}
}
