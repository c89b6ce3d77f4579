import { wordRoles, type Lexeme } from '#lib/concepts/words/lexeme.ts';
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

/** 0, 1, 2-3, 4-7 …: the digits of the count in base two. */
function octave(count: number): number {
	return 32 - Math.clz32(count);
}

/** Eight steps, finer towards nothing, for what is often small. */
function step(ratio: number): number {
	if (ratio <= 0) return 0;
	if (ratio < 0.3) return ratio < 0.05 ? 1 : ratio < 0.15 ? 2 : 3;
	if (ratio < 0.7) return ratio < 0.5 ? 4 : 5;
	return ratio < 0.9 ? 6 : 7;
}

function head({ own }: PhraseContext): Lexeme {
	return own.phrase.last;
}

function first({ own }: PhraseContext): Lexeme {
	return own.phrase.first;
}

function size({ own }: PhraseContext): number {
	return own.phrase.length;
}

function flag(is: boolean): number | null {
	return is ? 0 : null;
}

/** How tightly the first and the last word are bound, -1 to 1: normalised pointwise mutual information. */
function binding(phrase: PhraseContext, { others }: PaperContext): number {
	const together = phrase.elsewhere.papers / others.total;
	const a = Math.max(1, others.wordPapers(first(phrase))) / others.total;
	const b = Math.max(1, others.wordPapers(head(phrase))) / others.total;
	return Math.log(together / (a * b)) / -Math.log(together);
}

const traits: Trait[] = [
	{ name: 'every phrase', buckets: 1, byWords: true, of: () => 0 },
	{ name: 'words', buckets: 6, of: (phrase) => Math.min(6, size(phrase)) - 1 },
	{ name: 'letters', buckets: 11, of: ({ own }) => Math.floor(own.phrase.form.length / 4) },
	// What other papers say.
	{
		name: 'papers elsewhere',
		buckets: 13,
		byWords: true,
		of: ({ elsewhere }, { others }) => octave((elsewhere.papers * reference) / others.total)
	},
	{
		name: 'whole chunk elsewhere',
		buckets: 13,
		byWords: true,
		of: ({ elsewhere }, { others }) => octave((elsewhere.maximal * reference) / others.total)
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
		of: ({ elsewhere }, { others }) => octave((elsewhere.title * reference) / others.total)
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
		of: ({ elsewhere }, { others }) => octave((elsewhere.long * reference) / others.total)
	},
	{
		name: 'binding of its first and last word',
		buckets: 20,
		of: (phrase, paper) =>
			size(phrase) > 1 && phrase.elsewhere.papers >= 1 ? Math.floor(10 * binding(phrase, paper)) + 10 : null
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
		of: ({ rarity }) => rarity.mean
	},
	{
		name: 'rarity of its commonest word',
		buckets: 17,
		byWords: true,
		of: ({ rarity }) => rarity.least
	},
	{ name: 'rarity of its rarest word', buckets: 17, of: ({ rarity }) => rarity.most },
	{ name: 'rarity of its head', buckets: 17, of: ({ rarity }) => rarity.head },
	{ name: 'rarity of its first word', buckets: 17, of: ({ rarity }) => rarity.first },
	{ name: 'lower case, capitalised, a name', buckets: 3, byWords: true, of: ({ own }) => own.shape },
	{ name: 'begins with a qualifier', buckets: 2, byWords: true, of: ({ own }) => Number(own.isQualified) },
	{
		name: 'begins with a word that judges',
		buckets: 1,
		byWords: true,
		of: (phrase) => flag(first(phrase).isEvaluative)
	},
	{
		name: 'begins with a participle, one that opens names or not',
		buckets: 2,
		of: (phrase) =>
			size(phrase) > 1 && first(phrase).isParticiple ? Number(first(phrase).isNamingParticiple) : null
	},
	{
		name: 'generic head',
		buckets: 1,
		byWords: true,
		of: (phrase) => flag(head(phrase).isGenericHead)
	},
	{ name: 'empty head', buckets: 1, byWords: true, of: (phrase) => flag(head(phrase).isEmptyHead) },
	{
		name: 'head that is a matter',
		buckets: 1,
		byWords: true,
		of: (phrase) => flag(head(phrase).isMatter)
	},
	{
		name: 'generic throughout',
		buckets: 1,
		of: ({ own }) => flag(own.phrase.everyWord(({ isEmpty }) => isEmpty))
	},
	{
		name: 'head that is a gerund',
		buckets: 1,
		byWords: true,
		of: (phrase) => flag(head(phrase).isGerund)
	},
	{ name: 'has a digit', buckets: 1, of: ({ own }) => flag(/\d/.test(own.phrase.form)) }
];

/** The number of word groups that a trait may be weighed by. */
const groups = 4;

function sizeOf({ buckets, byWords }: Trait): number {
	return byWords ? groups * buckets : buckets;
}

const offsets = traits.map((_, index) => traits.slice(0, index).reduce((sum, each) => sum + sizeOf(each), 0));

/** Weights of traits come first, then those of words. */
export const traitWeights = traits.reduce((sum, each) => sum + sizeOf(each), 0);

/** The names of the traits with the number of their weights, in the order of the weights. */
export const traitSizes: [name: string, size: number][] = traits.map((each) => [each.name, sizeOf(each)]);

/** The index of a trait's weight; null where it says nothing. */
function traitIndex(at: number, phrase: PhraseContext, paper: PaperContext): number | null {
	const trait = traits[at];
	const raw = trait?.of(phrase, paper) ?? null;
	if (!trait || raw === null) return null;
	const bucket = Math.max(0, Math.min(trait.buckets - 1, raw));
	const group = Math.min(groups, size(phrase)) - 1;
	return (offsets[at] ?? 0) + (trait.byWords ? groups * bucket + group : bucket);
}

/** Calls back with each word of a phrase and the number of its role in `wordRoles`. */
function eachRole(phrase: PhraseContext, visit: (word: Lexeme, role: number) => void): void {
	phrase.own.phrase.eachWord((word) => {
		visit(word, 0);
	});
	visit(head(phrase), 1);
	if (size(phrase) > 1) visit(first(phrase), 2);
	else visit(head(phrase), 3);
	visit(head(phrase), 4);
}

/** The indexes of the weights whose sum is a phrase's score. */
export function features(phrase: PhraseContext, paper: PaperContext): number[] {
	const found: number[] = [];
	for (let at = 0; at < traits.length; at += 1) {
		const index = traitIndex(at, phrase, paper);
		if (index !== null) found.push(index);
	}
	eachRole(phrase, ({ places }, role) => found.push(traitWeights + (places[role] ?? 0)));
	return found;
}

/** The same with names, to be shown. The bucket of a trait is told by its number. */
export function namedFeatures(phrase: PhraseContext, paper: PaperContext): { name: string; index: number }[] {
	const names = traits.flatMap((trait, at) => {
		if (traitIndex(at, phrase, paper) === null) return [];
		return [trait.buckets > 1 ? `${trait.name} (${trait.of(phrase, paper) ?? ''})` : trait.name];
	});
	eachRole(phrase, ({ form }, role) => names.push(`${wordRoles[role] ?? ''} “${form}”`));
	const indexes = features(phrase, paper);
	return names.map((name, at) => ({ name, index: indexes[at] ?? 0 }));
}
