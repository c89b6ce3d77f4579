import type { Concept } from '#lib/domain/graph.ts';
import { compare } from '#lib/domain/order.ts';
import { distinctForms } from '#lib/domain/written-forms.ts';

/**
 * A concept with the aliases that tell people something, the longest first: none that differs from the name or another
 * one in capitals, hyphens, blanks or number alone. Of such forms its label stays, else the first.
 */
export function withDistinctAliases(concept: Concept): Concept {
	const { name, label, aliases } = concept;
	const isLabel = (form: string) => Number(form === label);
	const distinct = distinctForms(
		[...aliases].sort((a, b) => isLabel(b) - isLabel(a)),
		[name]
	);
	return { ...concept, aliases: distinct.sort((a, b) => b.length - a.length || compare(a, b)) };
}
