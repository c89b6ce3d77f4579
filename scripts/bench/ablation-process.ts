import { modifiers } from '#lib/concepts/constants/modifiers.ts';
import { otherHeads, otherNames } from '#lib/concepts/constants/other-things.ts';
import { makers } from '#lib/concepts/constants/makers.ts';
import { pastForms } from '#lib/concepts/constants/past-forms.ts';
import { scienceVerbs } from '#lib/concepts/constants/science-verbs.ts';
import { broad, holding } from '#lib/concepts/identity/said-in-passing.ts';
import * as lexicon from '#lib/concepts/words/lexicon.ts';
import { acronymSets, measureAcronyms } from './acronyms.ts';
import type { AblationScores, AblationTask } from './ablation.ts';
import { f1OfPapers, keyphraseSets, reportedPapers } from './keyphrases.ts';

const lists: Record<string, ReadonlySet<string>> = {
	...lexicon,
	...{ modifiers, otherHeads, otherNames, makers, pastForms, scienceVerbs, broad, holding }
};

/** A process that does without one list, for words that were looked up are remembered: it measures and tells. */
process.on('message', (message) => {
	const { folder, without, papers } = message as AblationTask;
	const list = without === null ? undefined : lists[without];
	const size = list?.size ?? 0;
	// Whoever asks the list holds this very set.
	(list as Set<string> | undefined)?.clear();
	void measure(folder, papers).then((sets) => {
		process.send?.({ size, sets } satisfies AblationScores, () => process.exit());
	});
});

async function measure(folder: string, most: number): Promise<AblationScores['sets']> {
	const sets: AblationScores['sets'] = {};
	for (const set of keyphraseSets.slice(0, 3)) {
		const papers = reportedPapers(folder, set)?.slice(0, most);
		if (papers) sets[set.name] = (await f1OfPapers(papers, set.style, [10]))[0] ?? [];
	}
	for (const set of acronymSets) {
		const scores = measureAcronyms(folder, set);
		if (!scores) continue;
		const { precision, recall } = scores;
		sets[set.name] = [(2 * precision * recall) / Math.max(1e-9, precision + recall)];
	}
	return sets;
}

process.send?.(Object.keys(lists));
