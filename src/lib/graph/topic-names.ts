import type { Concept, ConceptCorpus } from '#lib/domain/graph.ts';
import { slug, topicIdSchema, type TopicId } from '#lib/domain/ids.ts';
import type { Kind } from '#lib/domain/kind.ts';
import type { Ties } from './ties.ts';
import type { TopicTree } from './topic-tree.ts';

/** A dataset or a number tells less about a field than what is done in it. */
const kindWeight: Record<Kind, number> = {
	method: 1,
	model: 1,
	task: 1.1,
	theory: 0.9,
	dataset: 0.45,
	metric: 0.45,
	other: 0.45
};
const termsKept = 8;

export interface TopicName {
	id: TopicId;
	name: string;
	terms: string[];
}

/** How much a concept sets a topic apart: papers here * ln(1 + share here / share expected). */
function distinctness(here: number, size: number, everywhere: number, all: number, kind: Kind): number {
	const share = here / size;
	const expected = everywhere / all;
	const spread = here > 1 ? 1.5 : 1;
	const own = here / everywhere > 0.6 ? 1.25 : 1;
	return here * Math.log(1 + share / expected) * spread * own * kindWeight[kind];
}

function saysTheSame(a: string, b: string): boolean {
	const [short, long] = a.length < b.length ? [a, b] : [b, a];
	return long.toLowerCase().includes(short.toLowerCase());
}

/**
 * Names every topic by the two concepts that set it apart, `A · B`. Concepts that a paper introduces never name
 * a topic. No two names are equal: a third concept, then the parent's name, tells them apart.
 */
export function nameTopics(tree: TopicTree, corpus: ConceptCorpus, ties: Ties): TopicName[] {
	const introduced = new Set(corpus.introduces.map(({ concept }) => concept));
	const taken = new Set<string>();
	const names: TopicName[] = [];
	for (const topic of tree.topics) {
		const parent = topic.parent === null ? null : (names[topic.parent] ?? null);
		const terms = characteristic(topic.papers, parent, corpus.concepts, ties, introduced);
		let name = terms.slice(0, 2).join(' · ') || 'Other papers';
		if (taken.has(slug(name))) name = terms.slice(0, 3).join(' · ');
		if (taken.has(slug(name)) && parent)
			name = `${terms[0] ?? 'other papers'} in ${parent.terms[0] ?? parent.name}`;
		for (let count = 2; taken.has(slug(name)); count += 1) {
			name = `${terms.slice(0, 2).join(' · ')} · ${terms[count] ?? `${count}`}`;
		}
		name = name.charAt(0).toUpperCase() + name.slice(1);
		taken.add(slug(name));
		names.push({ id: topicIdSchema.parse(slug(name) || 'other-papers'), name, terms });
	}
	return names;
}

function characteristic(
	papers: number[],
	parent: TopicName | null,
	concepts: Concept[],
	ties: Ties,
	introduced: Set<string>
): string[] {
	const here = new Map<number, number>();
	for (const paper of papers) {
		for (const concept of ties.ofPaper[paper] ?? []) here.set(concept, (here.get(concept) ?? 0) + 1);
	}
	const scored = [...here].flatMap(([index, count]) => {
		const concept = concepts[index];
		if (!concept || introduced.has(concept.id)) return [];
		const everywhere = ties.ofConcept[index]?.length ?? count;
		// What already names the large topic says nothing about a part of it.
		const known = parent?.terms.slice(0, 2).includes(concept.label) ? 0.3 : 1;
		const score = known * distinctness(count, papers.length, everywhere, ties.ofPaper.length, concept.kind);
		return [{ label: concept.label, id: concept.id, score }];
	});
	scored.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
	const terms: string[] = [];
	for (const { label } of scored) {
		if (terms.length === termsKept) break;
		if (!terms.some((term) => saysTheSame(term, label))) terms.push(label);
	}
	return terms;
}
