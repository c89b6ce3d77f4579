import type { Concept } from '#lib/domain/graph.ts';
import { compare } from '#lib/domain/order.ts';
import { spellingKey } from '#lib/concepts/identity/aliases.ts';
import { canonicalForm } from '#lib/concepts/words/canonical-form.ts';

function add(index: Map<string, Concept[]>, key: string, concept: Concept): void {
	const there = index.get(key);
	if (!there) index.set(key, [concept]);
	else if (!there.includes(concept)) there.push(concept);
}

/** Finds a concept by forms of it. */
export type FindConcept = (forms: readonly string[]) => Concept | undefined;

/**
 * Concepts by how they are written: the one that is called by one of the forms, the first form first; else the one that
 * is also written so. Of several that share a form it is the one that shares most of the forms, then that of most
 * papers.
 */
export function formIndex(concepts: readonly Concept[]): FindConcept {
	const byName = new Map<string, Concept[]>();
	const byForm = new Map<string, Concept[]>();
	const bySpelling = new Map<string, Concept[]>();
	for (const concept of concepts) {
		add(byName, canonicalForm(concept.name), concept);
		for (const form of [concept.name, concept.label, ...concept.aliases].map(canonicalForm)) {
			add(byForm, form, concept);
			add(bySpelling, spellingKey(form), concept);
		}
	}
	return (forms) => {
		const written = [...new Set(forms.map(canonicalForm))];
		const shared = (concept: Concept) => written.filter((key) => byForm.get(key)?.includes(concept)).length;
		const spelt = written.map(spellingKey);
		for (const [index, keys] of [
			[byName, written],
			[byForm, written],
			[bySpelling, spelt]
		] as const)
			for (const key of keys) {
				const [best] = [...(index.get(key) ?? [])].sort(
					(a, b) => shared(b) - shared(a) || b.papers - a.papers || compare(a.id, b.id)
				);
				if (best) return best;
			}
		return undefined;
	};
}
