import type { Concept } from '#lib/domain/graph.ts';

function groupsBy(concepts: Concept[], keyOf: (concept: Concept) => string): Map<string, Concept[]> {
	const groups = new Map<string, Concept[]>();
	for (const concept of concepts) {
		const key = keyOf(concept).toLowerCase();
		groups.set(key, [...(groups.get(key) ?? []), concept]);
	}
	return groups;
}

/** So many times as many papers as all others together that share the label: what nearly everybody means by it. */
const plainFrom = 8;

/** The concept of a group that keeps the label alone; none where two senses are alike, or one has no other name. */
function plainSense(group: Concept[]): Concept | undefined {
	const all = group.reduce((sum, { papers }) => sum + papers, 0);
	const plain = group.find(({ papers }) => papers >= plainFrom * (all - papers));
	return group.some((each) => each !== plain && each.label === each.name) ? undefined : plain;
}

/**
 * The concepts with labels that no two share, whatever their case: where an acronym stands for several, its long form
 * follows it (`RFT · reinforcement fine-tuning`), except for the one that nearly all papers mean (`LLM`, beside one
 * paper's `LLM · language language model`); where two are written alike, what they are, and at last their ids.
 */
export function toldApart(concepts: Concept[]): Concept[] {
	let told = concepts;
	const ways: ((concept: Concept) => string)[] = [
		({ label, name }) => (label === name ? label : `${label} · ${name}`),
		({ label, aliases: [longest = ''], name }) =>
			longest.includes(' ') && longest.length > name.length ? `${label} · ${longest}` : label,
		({ label, kind }) => `${label} · ${kind}`,
		({ label, id }) => `${label} · ${id}`
	];
	for (const way of ways) {
		const groups = groupsBy(told, ({ label }) => label);
		told = told.map((concept) => {
			const group = groups.get(concept.label.toLowerCase()) ?? [];
			return group.length > 1 && plainSense(group) !== concept
				? { ...concept, label: way(concept) }
				: concept;
		});
	}
	return told;
}
