import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import nlp from 'compromise/two';
import { compare } from '#lib/domain/order.ts';

/** What compromise's tags say of a word, in the classes that matter here. Bits: a word may be of several. */
export const tagClasses = { closed: 1, verbOnly: 2, either: 4, noun: 8, modifier: 16 } as const;

const classOf: Record<keyof typeof tagClasses, string[]> = {
	closed: ['Pronoun', 'Determiner', 'Conjunction', 'Preposition', 'Url', 'Value', 'Adverb'],
	verbOnly: ['Copula', 'Modal', 'Auxiliary'],
	either: ['Infinitive', 'PresentTense'],
	noun: ['Noun', 'Acronym', 'Organization'],
	modifier: ['Adjective', 'Gerund', 'PastTense', 'Participle']
};

const classes = Object.entries(classOf) as [keyof typeof tagClasses, string[]][];

function classesOf(tags: ReadonlySet<string>): number {
	return classes.reduce(
		(bits, [name, of]) => (of.some((tag) => tags.has(tag)) ? bits | tagClasses[name] : bits),
		0
	);
}

/** The part of compromise that this file uses, which its own types leave out: words in, tagged words out. */
interface Tagger {
	tokenize(sentences: string[][]): {
		compute(steps: string[]): unknown;
		document: { text: string; tags: Set<string> }[][];
	};
}

/** Asks compromise for words, each alone: known or guessed, without the corrections that need a sentence. */
export function askTagger(words: string[]): number[] {
	if (words.length === 0) return [];
	// One call for many words costs half of a call for each.
	const view = (nlp as unknown as Tagger).tokenize(words.map((word) => [word]));
	view.compute(['lexicon', 'preTagger']);
	return words.map((_, at) =>
		classesOf(view.document[at]?.find(({ text }) => text !== '')?.tags ?? new Set())
	);
}

/** Where the classes of common words lie, so that every thread need not ask for them anew; made by `npm run fit`. */
export const tagsFile = new URL('../constants/word-tags.txt.gz', import.meta.url);

/** A line for each combination of classes: its bits, then its words. */
export function packTags(tags: Map<string, number>): Buffer {
	const lines = [...new Set(tags.values())]
		.sort((a, b) => a - b)
		.map((bits) => {
			const words = [...tags].filter(([, each]) => each === bits).map(([word]) => word);
			return [bits, ...words.sort(compare)].join(' ');
		});
	return gzipSync(lines.join('\n'), { level: 9 });
}

export function unpackTags(packed: Buffer): Map<string, number> {
	const tags = new Map<string, number>();
	for (const line of gunzipSync(packed).toString('utf8').split('\n')) {
		const [bits, ...words] = line.split(' ');
		for (const word of words) tags.set(word, Number(bits));
	}
	return tags;
}

let known: Map<string, number> | null = null;

/** The classes of words, looked up where they are common or were asked for before. */
export function tagsOf(words: string[]): number[] {
	known ??= unpackTags(readFileSync(tagsFile));
	if (known.size > 300_000) known = unpackTags(readFileSync(tagsFile));
	const table = known;
	const unknown = [...new Set(words.filter((word) => !table.has(word)))];
	for (const [at, bits] of askTagger(unknown).entries()) table.set(unknown[at] ?? '', bits);
	return words.map((word) => table.get(word) ?? 0);
}
