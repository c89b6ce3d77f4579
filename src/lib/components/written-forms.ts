import type { ConceptDetails } from '#lib/domain/answers.ts';

function folded(form: string): string {
	return form.toLowerCase().replaceAll('-', ' ');
}

/** How else a concept is written, each form once: `Chain-of-Thought` says nothing beside `chain of thought`. */
export function writtenForms({ label, name, aliases }: ConceptDetails): string[] {
	const met = new Set([folded(label)]);
	return [name, ...aliases].filter((form) => {
		const key = folded(form);
		if (met.has(key)) return false;
		met.add(key);
		return true;
	});
}
