import { canonicalForm } from '#lib/concepts/words/canonical-form.ts';
import type { Decision } from '#lib/domain/decision.ts';

/** Papers that one decision teaches by at most: a common word must not outweigh a whole set of papers. */
const mostRows = 20;

/**
 * What people said to be a concept (true) or none (false), by its canonical form: whoever merges, names, splits or sorts
 * something takes it for one. Hidden ones teach nothing, and of contradicting decisions "not a concept" stands.
 */
export function decidedForms(decisions: readonly Decision[]): Map<string, boolean> {
	const decided = new Map<string, boolean>();
	for (const decision of decisions) {
		const isNone = decision.decision === 'not-a-concept';
		const isOne = ['merge', 'keep-apart', 'split', 'rename', 'kind'].includes(decision.decision);
		if (!isNone && !isOne) continue;
		const forms = 'into' in decision ? [...decision.forms, ...decision.into] : decision.forms;
		for (const form of forms.map(canonicalForm)) if (isNone || !decided.has(form)) decided.set(form, !isNone);
	}
	return decided;
}

/**
 * The phrases of a paper that people decided on, as indexes into `forms`, each with what they said. `used` counts the
 * rows of each form over all papers: the first papers teach.
 */
export function decidedRows(
	forms: readonly string[],
	decided: ReadonlyMap<string, boolean>,
	used: Map<string, number>
): { at: number; isConcept: boolean }[] {
	return forms.flatMap((form, at) => {
		const isConcept = decided.get(form);
		const count = used.get(form) ?? 0;
		if (isConcept === undefined || count >= mostRows) return [];
		used.set(form, count + 1);
		return [{ at, isConcept }];
	});
}
