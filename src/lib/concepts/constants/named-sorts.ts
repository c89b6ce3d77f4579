import type { Kind } from '#lib/domain/kind.ts';

/** Words behind a name that only say what sort of thing it is: `the ReasonSeg benchmark` is ReasonSeg. */
export interface NamedSort {
	/** In canonical form, parted by blanks. */
	words: string;
	/** Names of this kind that everybody knows need no paper that brings them. */
	known: Kind;
	/** Whether a single word that machine learning at large does not know is taken for such a name. */
	ofUnknown: boolean;
	why: string;
}

export const namedSorts: readonly NamedSort[] = [
	{
		words: 'benchmark dataset corpus leaderboard',
		known: 'dataset',
		ofUnknown: true,
		why: 'What is measured on; before these hardly anything but a name is a word that nobody knows.'
	},
	{
		words: 'model',
		known: 'model',
		ofUnknown: false,
		why: 'A reward model is no reward, a Markov model no Markov: what is unknown says nothing here.'
	},
	{
		words: 'algorithm method approach technique framework',
		known: 'method',
		ofUnknown: false,
		why: 'A way with its name; a framework of a paper is as often called so as not.'
	},
	{
		words: 'system pipeline architecture library toolkit',
		known: 'other',
		ofUnknown: false,
		why: 'What is built. RAG systems and RAG are not the same, so that only what papers bring counts.'
	}
];
