import { z } from 'zod';
import { canonicalForm } from '#lib/concepts/words/canonical-form.ts';
import {
	kindOf,
	learnedKinds,
	noEvidence,
	notePlace,
	type LearnedKind
} from '#lib/concepts/kinds/kind-of.ts';
import type { Kind } from '#lib/domain/kind.ts';
import { dataRecords } from '../gold.ts';

/** A phrase that people marked and sorted, in its text. */
export interface SortedPhrase {
	text: string;
	start: number;
	end: number;
	kind: LearnedKind;
}

/** SciERC's six classes (Luan et al., 2018) as ours. Generic ones ("the method", "it") are concepts of no kind. */
const classes: Record<string, LearnedKind> = {
	Task: 'task',
	Method: 'method',
	Metric: 'metric',
	Material: 'dataset',
	OtherScientificTerm: 'other',
	Generic: 'other'
};

const documentSchema = z.object({
	sentences: z.array(z.array(z.string())),
	/** For each sentence: first and last token of the document, and the class. */
	ner: z.array(z.array(z.tuple([z.int(), z.int(), z.string()])))
});

/** The phrases of a set, each in the text of its document; null where the file is not there. */
export function sortedPhrases(folder: string, file: string): SortedPhrase[] | null {
	const documents = dataRecords(folder, file, documentSchema);
	return (
		documents?.flatMap(({ sentences, ner }) => {
			const tokens = sentences.flat().map((token) => token.replace('-LRB-', '(').replace('-RRB-', ')'));
			const starts: number[] = [];
			let length = 0;
			for (const token of tokens) {
				starts.push(length);
				length += token.length + 1;
			}
			const text = tokens.join(' ');
			return ner.flat().map(([first, last, name]) => ({
				text,
				start: starts[first] ?? 0,
				end: (starts[last] ?? 0) + (tokens[last]?.length ?? 0),
				kind: classes[name] ?? 'other'
			}));
		}) ?? null
	);
}

/** Our seven kinds as those that the classes map to. */
function coarse(kind: Kind): LearnedKind {
	if (kind === 'model') return 'method';
	return kind === 'theory' ? 'other' : kind;
}

export interface KindScoresOfSet {
	/** Share of the phrases whose kind is right, 0 to 1. */
	accuracy: number;
	phrases: number;
	/** For each kind, share of its phrases that are found to be of it. */
	recall: Record<LearnedKind, number>;
}

/** How often a phrase is sorted as people did, alone in its place; null where the file is not there. */
export function measureKinds(folder: string): KindScoresOfSet | null {
	const phrases = sortedPhrases(folder, 'scierc/dev.jsonl');
	if (!phrases) return null;
	const judged = phrases.map(({ text, start, end, kind }) => {
		const evidence = noEvidence();
		notePlace(evidence, text, start, end);
		return { kind, isRight: coarse(kindOf(canonicalForm(text.slice(start, end)), evidence, false)) === kind };
	});
	const share = (some: { isRight: boolean }[]) =>
		some.filter(({ isRight }) => isRight).length / Math.max(1, some.length);
	const recall = Object.fromEntries(
		learnedKinds.map((kind) => [kind, share(judged.filter((each) => each.kind === kind))])
	);
	return { accuracy: share(judged), phrases: judged.length, recall: recall as Record<LearnedKind, number> };
}
