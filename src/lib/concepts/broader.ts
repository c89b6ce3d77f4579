import type { Broader, Concept, Mention } from '#lib/domain/graph.ts';
import { canonicalForm } from './canonical-form.ts';
import { genericHeads, matters } from './lexicon.ts';
import { subsumptions } from './subsumptions.ts';

type Id = Concept['id'];

/** Concepts by the canonical forms of their names and aliases. */
function byForms(concepts: Concept[]): Map<string, Concept> {
	const found = new Map<string, Concept>();
	for (const concept of concepts)
		for (const alias of concept.aliases) found.set(canonicalForm(alias), concept);
	for (const concept of concepts) found.set(canonicalForm(concept.name), concept);
	return found;
}

/** `training`, `method`: what others are, and what groups nothing. */
function namesNothing(word: string): boolean {
	return genericHeads.has(word) || matters.has(word);
}

/** `visual rationale` is under `rationale`: the longest tail that is a concept, by any of its names. */
function byHead(concept: Concept, forms: Map<string, Concept>): Concept | undefined {
	const words = canonicalForm(concept.name).split(' ');
	for (let from = 1; from < words.length; from += 1) {
		const tail = words.slice(from);
		const head = tail.every(namesNothing) ? undefined : forms.get(tail.join(' '));
		if (head && head !== concept) return head;
	}
	return undefined;
}

/** `GRPO training` is under GRPO: what stands before a word that names nothing by itself. */
function byModifier(concept: Concept, forms: Map<string, Concept>): Concept | undefined {
	const words = canonicalForm(concept.name).split(' ');
	for (let to = words.length - 1; to > 0; to -= 1) {
		if (!words.slice(to).every(namesNothing)) return undefined;
		const modifier = forms.get(words.slice(0, to).join(' '));
		if (modifier && modifier !== concept) return modifier;
	}
	return undefined;
}

/** `UniGRPO` is under GRPO: an acronym with a long form, inside a name of one word. */
function byAcronym(concept: Concept, labels: Map<string, Concept>): Concept | undefined {
	if (/\s/.test(concept.name)) return undefined;
	const inside = [...concept.name.matchAll(/(?<![A-Z])[A-Z]{3,}(?![A-Z])/g)].map(([label]) =>
		labels.get(label)
	);
	const tail = labels.get(/[a-z-]([A-Z]{3,})$/.exec(concept.name)?.[1] ?? '');
	return [tail, ...inside].find((other) => other !== undefined && other !== concept && /\s/.test(other.name));
}

/** Whether a concept lies under another one, by the edges so far. */
function liesUnder(id: Id, other: Id, parents: Map<Id, Broader>): boolean {
	let at: Id | undefined = id;
	while (at !== undefined && at !== other) at = parents.get(at)?.broader;
	return at === other;
}

/**
 * What is broader than what: by the names of the concepts and, where they say nothing, by the papers that mention them.
 * A concept has one broader concept at most, and no chain comes back to where it began.
 */
export function broader(concepts: Concept[], mentions: Mention[]): Broader[] {
	const forms = byForms(concepts);
	const labels = new Map(
		concepts.filter(({ label }) => /^[A-Z]{3,}$/.test(label)).map((concept) => [concept.label, concept])
	);
	const parents = new Map<Id, Broader>();
	const add = (narrower: Id, above: Id | undefined, rule: string) => {
		if (above === undefined || parents.has(narrower) || liesUnder(above, narrower, parents)) return;
		parents.set(narrower, { narrower, broader: above, rule });
	};
	for (const concept of concepts) {
		add(concept.id, byHead(concept, forms)?.id, 'head');
		add(concept.id, byModifier(concept, forms)?.id, 'modifier');
		add(concept.id, byAcronym(concept, labels)?.id, 'acronym');
	}
	for (const { narrower, broader: above } of subsumptions(concepts, mentions)) add(narrower, above, 'corpus');
	return concepts.flatMap(({ id }) => parents.get(id) ?? []);
}
