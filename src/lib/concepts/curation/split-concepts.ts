import type { Decision } from '#lib/domain/decision.ts';
import type { Concept, ConceptCorpus } from '#lib/domain/graph.ts';
import { conceptIdSchema, slug } from '#lib/domain/ids.ts';
import { paperText, type Paper } from '#lib/domain/paper.ts';
import { canonicalForm } from '#lib/concepts/words/canonical-form.ts';
import type { FindConcept } from './form-index.ts';

export type SplitDecision = Extract<Decision, { decision: 'split' }>;

/** What a split does: which papers' mentions of `from` belong to `into`. */
export interface Split {
	decision: SplitDecision;
	from: Concept;
	into: Concept;
	papers: Set<string>;
}

/** A concept that nothing but a split brings; of the kind of the one that it comes out of. */
function newConcept(name: string, from: Concept, taken: ReadonlySet<string>): Concept {
	const base = slug(name) === '' ? `${from.id}-other` : slug(name);
	let id = base;
	for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
	return { ...from, id: conceptIdSchema.parse(id), name, label: name, aliases: [] };
}

/**
 * What splits do, one after the other in the order given: a mention that one has moved is moved by no other. `why` tells
 * of those that find nothing. A paper is near a concept that it mentions, or whose words stand in its text.
 */
export function planSplits(
	splits: readonly SplitDecision[],
	{ concepts, mentions }: ConceptCorpus,
	papers: readonly Paper[],
	find: FindConcept
): { plans: Split[]; whyNot: Map<SplitDecision, string> } {
	const plans: Split[] = [];
	const whyNot = new Map<SplitDecision, string>();
	if (splits.length === 0) return { plans, whyNot };
	const taken = new Set<string>(concepts.map(({ id }) => id));
	const made = new Map<string, Concept>();
	const moved = new Set<string>();
	const textOf = new Map<string, Paper>(papers.map((paper) => [paper.id, paper]));
	const speakersOf = (concept: Concept | undefined) =>
		new Set<string>(
			concept ? mentions.flatMap((mention) => (mention.concept === concept.id ? [mention.paper] : [])) : []
		);
	for (const decision of splits) {
		const from = find(decision.forms);
		if (!from) {
			whyNot.set(decision, `No concept is written ${decision.forms.join(', ')}.`);
			continue;
		}
		const [name = ''] = decision.into;
		const into = find(decision.into) ?? made.get(canonicalForm(name)) ?? newConcept(name, from, taken);
		if (into.id === from.id) {
			whyNot.set(decision, 'What it is split from and into are one concept.');
			continue;
		}
		const near = decision.near.map((form) => ({
			speakers: speakersOf(find([form])),
			words: ` ${canonicalForm(form)} `
		}));
		const isNear = (id: string) => {
			const paper = textOf.get(id);
			const words = paper ? ` ${canonicalForm(paperText(paper))} ` : '';
			return near.some((each) => each.speakers.has(id) || words.includes(each.words));
		};
		const ids = [...speakersOf(from)].filter((id) => !moved.has(`${from.id} ${id}`) && isNear(id));
		if (ids.length === 0) {
			whyNot.set(decision, `No paper with ${from.label} speaks of ${decision.near.join(' or ')}.`);
			continue;
		}
		for (const id of ids) moved.add(`${from.id} ${id}`);
		taken.add(into.id);
		if (!find(decision.into)) made.set(canonicalForm(name), into);
		plans.push({ decision, from, into, papers: new Set(ids) });
	}
	return { plans, whyNot };
}
