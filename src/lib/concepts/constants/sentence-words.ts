import type { WordGroup } from '#lib/concepts/words/word-groups.ts';

/** Signs of formulas, spelt as LaTeX spells them. */
export const formulaSigns: readonly WordGroup[] = [
	{
		why: 'Their names are no words of a text.',
		words: 'circ cdot leq geq neq infty nabla otimes oplus mathcal mathbb mathrm langle rangle ldots cdots'
	}
];

/** Verbs and nothing else, whatever stands around them. */
export const finiteVerbs: readonly WordGroup[] = [
	{
		why: 'Auxiliaries, and what can, may and must be.',
		words: `
			is are was were be been has have had do does did can may might will would could should must
		`
	},
	{
		why: 'Verbs of every abstract that end neither in -s nor in -ed, by which others are known.',
		words: `
			show find give make use become remain need help propose present introduce study consider provide require
			allow let
		`
	}
];

/** Words that stand between a verb and what it does something to. */
export const objectOpeners: readonly WordGroup[] = [
	{
		why: 'A noun behind a noun is hardly ever followed by these: what stands before them is the verb.',
		words: `
			the a an this these those our their its his her how whether us it them what why
		`
	}
];

/** Words that follow a verb, and now and then a name as well: they tell only behind a subject in the plural. */
export const complementOpeners: readonly WordGroup[] = [
	{ why: 'What comes after "agents look", "models learn".', words: 'that at into on like when while to' },
	{
		why: 'How much or how many of what follows: "tasks pick one strategy", "agents pay more attention".',
		words: `
			one two three several some many much more most each every both any no another little few fewer less
			enough
		`
	}
];

/** Words that join a verb to what stands before it. */
export const conjunctions: readonly WordGroup[] = [
	{ why: 'The second verb of a subject stands behind them.', words: 'and but or thus then thereby hence' }
];

/** Words that a verb follows, besides adverbs. */
export const wordsBeforeVerbs: readonly WordGroup[] = [
	{
		why: 'What can be done, who does it, and how often.',
		words: `
			to can could may might will would shall should must cannot not we they it you i he she who which that do
			does did don't doesn't also then further often still only always never
		`
	}
];
