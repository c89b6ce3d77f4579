import type { Concept, ConceptCorpus } from '#lib/domain/graph.ts';
import { compare } from '#lib/domain/order.ts';
import { spellingOf } from '#lib/domain/written-forms.ts';
import type { KeptMap } from '#lib/graph/kept-map.ts';

type Id = Concept['id'];

/** Every way in which a concept is written, the name first; what it is looked up by. */
export function formsOf({ name, label, aliases }: Pick<Concept, 'name' | 'label' | 'aliases'>): string[] {
	return [name, label, ...aliases];
}

/** The concept that each form belongs to; that of more papers where two share one, `RL`. */
function byForm(concepts: readonly Concept[]): Map<string, Concept> {
	const found = new Map<string, Concept>();
	const sorted = [...concepts].sort((a, b) => b.papers - a.papers || compare(a.id, b.id));
	for (const concept of sorted)
		for (const form of formsOf(concept)) {
			const key = spellingOf(form);
			if (!found.has(key)) found.set(key, concept);
		}
	return found;
}

/** What became of the concepts of an earlier generation. */
export interface KeptConcepts {
	corpus: ConceptCorpus;
	/** For each id that has gone, the one that took its concept in. */
	heirs: Map<Id, Id>;
}

/**
 * The concepts that extraction found, under the ids that they had in the earlier generation: an id is made of a name,
 * and the name may follow the majority of spellings or a long form that was not known before. Where a concept has gone
 * and another one, which was not there, is called by its name, that one goes on with its id; where one that was there
 * took it in, the old id leads on to it.
 */
export function keepConceptIds(corpus: ConceptCorpus, kept: KeptMap): KeptConcepts {
	const live = new Set<Id>(corpus.concepts.map(({ id }) => id));
	const forms = byForm(corpus.concepts);
	const renamed = new Map<Id, Id>();
	const goesTo = new Map<Id, Id>();
	const gone = [...kept.forms].filter(([id]) => !live.has(id as Id));
	// Of several that one took in, the one that most spoke of lends the id: `forms` has them by papers.
	for (const [old, written] of gone) {
		const id = old as Id;
		const heir = written.map((form) => forms.get(spellingOf(form))).find((found) => found !== undefined);
		if (!heir) continue;
		goesTo.set(id, heir.id);
		const [name = ''] = written;
		const isCalledSo = forms.get(spellingOf(name)) === heir;
		if (isCalledSo && !kept.forms.has(heir.id) && !renamed.has(heir.id)) renamed.set(heir.id, id);
	}
	const now = (id: Id) => renamed.get(id) ?? id;
	const heirs = new Map<Id, Id>();
	for (const [id, heir] of goesTo) if (now(heir) !== id) heirs.set(id, now(heir));
	if (renamed.size === 0) return { corpus, heirs };
	const tied = <Tie extends { concept: Id }>(tie: Tie): Tie => ({ ...tie, concept: now(tie.concept) });
	return {
		corpus: {
			concepts: corpus.concepts.map((concept) => ({ ...concept, id: now(concept.id) })),
			mentions: corpus.mentions.map(tied),
			introduces: corpus.introduces.map(tied),
			broader: corpus.broader.map(({ narrower, broader, ...rest }) => ({
				...rest,
				narrower: now(narrower),
				broader: now(broader)
			}))
		},
		heirs
	};
}
