import type { Concept } from '#lib/domain/graph.ts';

function groupsBy(concepts: Concept[], keyOf: (concept: Concept) => string): Map<string, Concept[]> {
	const groups = new Map<string, Concept[]>();
	for (const concept of concepts) {
		const key = keyOf(concept).toLowerCase();
		groups.set(key, [...(groups.get(key) ?? []), concept]);
	}
	return groups;
}

/**
 * The concepts with labels that no two share, whatever their case: where an acronym stands for several, its long form
 * follows it (`RFT · reinforcement fine-tuning`); where two are written alike, what they are, and at last their ids.
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
		told = told.map((concept) =>
			(groups.get(concept.label.toLowerCase())?.length ?? 0) > 1
				? { ...concept, label: way(concept) }
				: concept
		);
	}
	return told;
}
