import type { Concept, Mention } from '#lib/domain/graph.ts';
import { compare } from '#lib/domain/order.ts';
import { canonicalForm } from '#lib/concepts/words/canonical-form.ts';
import { isGeneric, namesNothing } from '#lib/concepts/words/generic.ts';

type Id = Concept['id'];

/** Least share of a concept's papers that must mention the broader one, and how often they must do so more than others. */
const share = 0.8;
const lift = 8;
/** A concept of fewer papers says nothing; the broader one is in so many times as many. */
const leastPapers = 5;
const larger = 2;

/**
 * Concepts whose papers nearly all mention another one of the same kind, which is in many more papers but not
 * everywhere (subsumption: Sanderson and Croft, 1999). The one that they share most above chance, each concept once.
 */
export function subsumptions(concepts: Concept[], mentions: Mention[]): { narrower: Id; broader: Id }[] {
	const kinds = new Map(
		concepts.map(({ id, name, kind, papers }) => {
			const form = canonicalForm(name);
			// A single general word is above everything and says nothing.
			return [id, { kind, papers, isNamed: form.includes(' ') || !(isGeneric(form) || namesNothing(form)) }];
		})
	);
	const corpus = new Set(mentions.map(({ paper }) => paper)).size;
	// What everything else lies in, or hardly anything, is above nothing: most mentions need not be looked at.
	const canBeAbove = ({ papers, isNamed }: { papers: number; isNamed: boolean }) =>
		isNamed && papers >= larger * leastPapers && papers * lift <= corpus;
	const ofPaper = new Map<string, Id[]>();
	for (const { paper, concept } of mentions) {
		const above = kinds.get(concept);
		if (!above || !canBeAbove(above)) continue;
		const known = ofPaper.get(paper);
		if (known) known.push(concept);
		else ofPaper.set(paper, [concept]);
	}
	const papersOf = new Map<Id, string[]>();
	for (const { paper, concept } of mentions) {
		if ((kinds.get(concept)?.papers ?? 0) < leastPapers) continue;
		const known = papersOf.get(concept);
		if (known) known.push(paper);
		else papersOf.set(concept, [paper]);
	}
	const found: { narrower: Id; broader: Id }[] = [];
	for (const [narrower, papers] of papersOf) {
		const own = kinds.get(narrower);
		const together = new Map<Id, number>();
		for (const paper of papers)
			for (const other of ofPaper.get(paper) ?? [])
				if (other !== narrower) together.set(other, (together.get(other) ?? 0) + 1);
		const [best] = [...together]
			.map(([id, count]) => {
				const above = kinds.get(id);
				if (above?.kind !== own?.kind || !above || above.papers < larger * papers.length)
					return { id, lift: 0 };
				const ratio = count / papers.length;
				return { id, lift: ratio >= share ? (ratio * corpus) / above.papers : 0 };
			})
			.filter((each) => each.lift >= lift)
			.sort((a, b) => b.lift - a.lift || compare(a.id, b.id));
		if (best) found.push({ narrower, broader: best.id });
	}
	return found.sort((a, b) => compare(a.narrower, b.narrower));
}
