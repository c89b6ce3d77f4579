import type { Broader, Concept } from '#lib/domain/graph.ts';
import { canonicalForm } from './canonical-form.ts';

/** `visual rationale` is under `rationale` (its longest tail), `UniGRPO` under `GRPO`. Names only grow, so no cycles. */
export function broader(concepts: Concept[]): Broader[] {
	const byForm = new Map<string, Concept>();
	const byLabel = new Map<string, Concept>();
	for (const concept of concepts) {
		byForm.set(canonicalForm(concept.name), concept);
		if (/^[A-Z]{3,}$/.test(concept.label)) byLabel.set(concept.label, concept);
	}
	return concepts.flatMap((concept): Broader[] => {
		const words = canonicalForm(concept.name).split(' ');
		for (let from = 1; from < words.length; from += 1) {
			const head = byForm.get(words.slice(from).join(' '));
			if (head) return [{ narrower: concept.id, broader: head.id, rule: 'head' }];
		}
		const tail = words.length === 1 ? /[a-z-]([A-Z]{3,})$/.exec(concept.name)?.[1] : undefined;
		const acronym = tail === undefined ? undefined : byLabel.get(tail);
		return acronym && acronym.name.includes(' ')
			? [{ narrower: concept.id, broader: acronym.id, rule: 'acronym' }]
			: [];
	});
}
