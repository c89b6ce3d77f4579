import { hash } from './hash.ts';
import { emptyHeads, evaluative, genericHeads, matters, namingParticiples, verbs } from './lexicon.ts';
import type { PaperContext, PhraseContext } from './paper-context.ts';

/** A trait of a phrase in a paper that speaks for or against it, sorted into buckets; each bucket has a weight. */
interface Trait {
	name: string;
	buckets: number;
	/** Weighed for phrases of one, two, three and more words apart. */
	byWords?: true;
	/** The bucket, from 0; null where the trait says nothing. */
	of: (phrase: PhraseContext, paper: PaperContext) => number | null;
}

/** Frequencies are told as if so many papers had been counted. */
const reference = 32_768;

/** 0, 1, 2-3, 4-7 … */
function octave(count: number): number {
	return count < 1 ? 0 : 1 + Math.floor(Math.log2(count));
}

/** Eight steps, finer towards nothing, for what is often small. */
function step(ratio: number): number {
	const bounds = [0.05, 0.15, 0.3, 0.5, 0.7, 0.9];
	if (ratio <= 0) return 0;
	return 1 + bounds.filter((bound) => ratio >= bound).length;
}

function head({ words }: PhraseContext): string {
	return words.at(-1) ?? '';
}

function first({ words }: PhraseContext): string {
	return words[0] ?? '';
}

function flag(is: boolean): number | null {
	return is ? 0 : null;
}

function isEmpty(word: string): boolean {
	return genericHeads.has(word) || evaluative.has(word) || verbs.has(word);
}

/** How tightly the first and the last word are bound, -1 to 1: normalised pointwise mutual information. */
function binding(phrase: PhraseContext, paper: PaperContext): number {
	const together = phrase.elsewhere.papers / paper.total;
	const [a, b] = [first(phrase), head(phrase)].map((word) =>
		Math.max(1 / paper.total, paper.wordPapers(word) / paper.total)
	);
	return Math.log(together / ((a ?? 1) * (b ?? 1))) / -Math.log(together);
}

const traits: Trait[] = [
	{ name: 'every phrase', buckets: 1, byWords: true, of: () => 0 },
	{ name: 'words', buckets: 6, of: ({ words }) => Math.min(6, words.length) - 1 },
	{ name: 'letters', buckets: 11, of: ({ own }) => Math.floor(own.form.length / 4) },
	// What other papers say.
	{
		name: 'papers elsewhere',
		buckets: 13,
		byWords: true,
		of: ({ elsewhere }, { total }) => octave((elsewhere.papers * reference) / total)
	},
	{
		name: 'whole chunk elsewhere',
		buckets: 13,
		byWords: true,
		of: ({ elsewhere }, { total }) => octave((elsewhere.maximal * reference) / total)
	},
	{
		name: 'share as a whole chunk elsewhere',
		buckets: 8,
		byWords: true,
		of: ({ elsewhere }) => (elsewhere.papers >= 1 ? step(elsewhere.maximal / elsewhere.papers) : null)
	},
	{
		name: 'titles elsewhere',
		buckets: 13,
		of: ({ elsewhere }, { total }) => octave((elsewhere.title * reference) / total)
	},
	{
		name: 'share in titles elsewhere',
		buckets: 8,
		byWords: true,
		of: ({ elsewhere }) => (elsewhere.papers > 20 ? step((3 * elsewhere.title) / elsewhere.papers) : null)
	},
	{
		name: 'long form of an acronym elsewhere',
		buckets: 13,
		of: ({ elsewhere }, { total }) => octave((elsewhere.long * reference) / total)
	},
	{
		name: 'binding of its first and last word',
		buckets: 20,
		of: (phrase, paper) =>
			phrase.words.length > 1 && phrase.elsewhere.papers >= 1
				? Math.floor(10 * binding(phrase, paper)) + 10
				: null
	},
	// What this paper says.
	{ name: 'places', buckets: 5, byWords: true, of: ({ own }) => own.count - 1 },
	{
		name: 'share as a whole chunk',
		buckets: 8,
		byWords: true,
		of: ({ own }) => step(own.maximal / own.count)
	},
	{ name: 'share that begins a chunk', buckets: 8, of: ({ own }) => step(own.begins / own.count) },
	{
		name: 'share that ends a chunk',
		buckets: 8,
		byWords: true,
		of: ({ own }) => step(own.ends / own.count)
	},
	{
		name: 'whole chunks, in the title or not',
		buckets: 8,
		of: ({ own }) => 2 * Math.min(3, own.maximal) + Math.min(1, own.title)
	},
	{
		name: 'places, in the title or not',
		buckets: 8,
		byWords: true,
		of: ({ own }) => 2 * (Math.min(4, own.count) - 1) + Math.min(1, own.title)
	},
	{
		name: 'first place, in eighths of the abstract',
		buckets: 9,
		byWords: true,
		of: ({ own }, { title, length }) =>
			own.first < title ? 0 : 1 + Math.floor((8 * (own.first - title)) / (length - title + 1))
	},
	{
		name: 'first place, in octaves of 60 letters',
		buckets: 9,
		of: ({ own }, { title }) => (own.first < title ? 0 : 1 + octave((own.first - title) / 60))
	},
	{
		name: 'inside a longer phrase',
		buckets: 10,
		byWords: true,
		of: ({ inside }) =>
			inside ? 1 + 3 * (inside.share >= 1 ? 2 : inside.share >= 0.5 ? 1 : 0) + inside.standing : 0
	},
	{
		name: 'share of it that the longer phrase is elsewhere',
		buckets: 8,
		of: ({ inside }) => (inside ? step(inside.ratio) : null)
	},
	{ name: 'parts that stand alone', buckets: 3, byWords: true, of: ({ parts }) => parts },
	{ name: 'longer phrases with its head', buckets: 4, byWords: true, of: ({ siblings }) => siblings },
	{ name: 'introduced', buckets: 1, of: ({ isIntroduced }) => flag(isIntroduced) },
	{ name: 'acronym', buckets: 1, of: ({ isShort }) => flag(isShort) },
	{ name: 'long form of an acronym', buckets: 1, of: ({ isLong }) => flag(isLong) },
	{
		name: 'phrases of the paper, in forties',
		buckets: 6,
		byWords: true,
		of: (_, { phrases }) => Math.floor(phrases.length / 40)
	},
	// What its words are.
	{
		name: 'mean rarity of its words',
		buckets: 17,
		byWords: true,
		of: ({ rarity }) => Math.floor(rarity.mean)
	},
	{
		name: 'rarity of its commonest word',
		buckets: 17,
		byWords: true,
		of: ({ rarity }) => Math.floor(rarity.least)
	},
	{ name: 'rarity of its rarest word', buckets: 17, of: ({ rarity }) => Math.floor(rarity.most) },
	{ name: 'rarity of its head', buckets: 17, of: ({ rarity }) => Math.floor(rarity.head) },
	{ name: 'rarity of its first word', buckets: 17, of: ({ rarity }) => Math.floor(rarity.first) },
	{ name: 'lower case, capitalised, a name', buckets: 3, byWords: true, of: ({ own }) => own.shape },
	{ name: 'begins with a qualifier', buckets: 2, byWords: true, of: ({ own }) => own.qualified },
	{
		name: 'begins with a word that judges',
		buckets: 1,
		byWords: true,
		of: (phrase) => flag(evaluative.has(first(phrase)))
	},
	{
		name: 'begins with a participle, one that opens names or not',
		buckets: 2,
		of: (phrase) =>
			phrase.words.length > 1 && /(ing|ed)$/.test(first(phrase))
				? Number(namingParticiples.has(first(phrase)))
				: null
	},
	{
		name: 'generic head',
		buckets: 1,
		byWords: true,
		of: (phrase) => flag(genericHeads.has(head(phrase)))
	},
	{ name: 'empty head', buckets: 1, byWords: true, of: (phrase) => flag(emptyHeads.has(head(phrase))) },
	{
		name: 'head that is a matter',
		buckets: 1,
		byWords: true,
		of: (phrase) => flag(matters.has(head(phrase)))
	},
	{ name: 'generic throughout', buckets: 1, of: ({ words }) => flag(words.every(isEmpty)) },
	{
		name: 'head that is a gerund',
		buckets: 1,
		byWords: true,
		of: (phrase) => flag(head(phrase).endsWith('ing'))
	},
	{ name: 'has a digit', buckets: 1, of: ({ own }) => flag(/\d/.test(own.form)) }
];

/** The number of word groups that a trait may be weighed by. */
const groups = 4;

function sizeOf({ buckets, byWords }: Trait): number {
	return byWords ? groups * buckets : buckets;
}

const offsets = traits.map((_, index) => traits.slice(0, index).reduce((sum, each) => sum + sizeOf(each), 0));

/** Weights of traits come first, then those of words, which are found by a hash. */
export const traitWeights = traits.reduce((sum, each) => sum + sizeOf(each), 0);
export const wordWeights = 2 ** 16;

/** The names of the traits with the number of their weights, in the order of the weights. */
export const traitSizes: [name: string, size: number][] = traits.map((each) => [each.name, sizeOf(each)]);

/** What a word is looked up as: any word, the head, the first of several, all there is, the head's ending. */
const roles = ['word', 'head', 'first', 'alone', 'ending'] as const;
const seeds = roles.map((role) => hash(`${role}:`));

/** Where the weights of words lie that were looked up before. */
const known = new Map<string, number[]>();

/** The indexes of a word's weights, one for each of `roles`. */
function wordIndexes(word: string): number[] {
	const before = known.get(word);
	if (before) return before;
	if (known.size > 200_000) known.clear();
	const indexes = seeds.map((seed, role) => {
		const text = roles[role] === 'ending' ? word.slice(-3) : word;
		return traitWeights + (hash(text, seed) % wordWeights);
	});
	known.set(word, indexes);
	return indexes;
}

/** Each word of a phrase with the place of its role in `roles`. */
function wordRoles({ words }: PhraseContext): [role: number, word: string][] {
	const last = words.at(-1) ?? '';
	return [
		...words.map((word): [number, string] => [0, word]),
		[1, last],
		words.length > 1 ? [2, words[0] ?? ''] : [3, last],
		[4, last]
	];
}

/** The index of a trait's weight; null where it says nothing. */
function traitIndex(at: number, phrase: PhraseContext, paper: PaperContext): number | null {
	const trait = traits[at];
	const raw = trait?.of(phrase, paper) ?? null;
	if (!trait || raw === null) return null;
	const bucket = Math.max(0, Math.min(trait.buckets - 1, raw));
	const group = Math.min(groups, phrase.words.length) - 1;
	return (offsets[at] ?? 0) + (trait.byWords ? groups * bucket + group : bucket);
}

/** The indexes of the weights whose sum is a phrase's score. */
export function features(phrase: PhraseContext, paper: PaperContext): number[] {
	const found: number[] = [];
	for (let at = 0; at < traits.length; at += 1) {
		const index = traitIndex(at, phrase, paper);
		if (index !== null) found.push(index);
	}
	for (const [role, word] of wordRoles(phrase)) found.push(wordIndexes(word)[role] ?? 0);
	return found;
}

/** The same with names, to be shown. The bucket of a trait is told by its number. */
export function namedFeatures(phrase: PhraseContext, paper: PaperContext): { name: string; index: number }[] {
	const spoken = traits.flatMap((trait, at) => {
		const index = traitIndex(at, phrase, paper);
		return index === null
			? []
			: [trait.buckets > 1 ? `${trait.name} (${trait.of(phrase, paper) ?? ''})` : trait.name];
	});
	const words = wordRoles(phrase).map(([role, word]) => `${roles[role] ?? ''} “${word}”`);
	const indexes = features(phrase, paper);
	return [...spoken, ...words].map((name, at) => ({ name, index: indexes[at] ?? 0 }));
}
