import type { Decision } from '#lib/domain/decision.ts';
import type { Concept } from '#lib/domain/graph.ts';
import { compare } from '#lib/domain/order.ts';
import { canonicalForm } from '#lib/concepts/words/canonical-form.ts';
import type { FindConcept } from './form-index.ts';

type Id = Concept['id'];
export type MergeDecision = Extract<Decision, { decision: 'merge' }>;

export interface MergeGroup {
	/** The concept that takes the others in. */
	root: Concept;
	/** Without the root, sorted by id. */
	others: Concept[];
	/** A name that no concept had, where the merges lead to one. */
	name: string | null;
}

export interface Merged {
	groups: MergeGroup[];
	/** The root of every concept that is in a group. */
	rootOf: Map<Id, Id>;
	/** What each merge did: null where it applied, else why not. */
	whyNot: Map<MergeDecision, string | null>;
}

/** By papers, most first. */
export function byWeight(a: Concept, b: Concept): number {
	return b.papers - a.papers || compare(a.id, b.id);
}

/** The end that a chain of parents leads to. */
function endOf(parents: Map<string, string>, key: string): string {
	let at = key;
	for (let next = parents.get(at); next !== undefined && next !== at; next = parents.get(at)) at = next;
	return at;
}

/**
 * What merges make one, whatever order they are in: all that they tie together. What others are merged into and is not
 * itself merged gives the name; of several such, that of most papers.
 */
export function mergeGroups(merges: readonly MergeDecision[], find: FindConcept): Merged {
	const parents = new Map<string, string>();
	const concepts = new Map<string, Concept>();
	const names = new Map<string, string[]>();
	const targets = new Set<string>();
	const merged = new Set<string>();
	const whyNot = new Map<MergeDecision, string | null>();
	for (const merge of merges) {
		const from = find(merge.forms);
		if (!from) {
			whyNot.set(merge, `No concept is written ${merge.forms.join(', ')}.`);
			continue;
		}
		const into = find(merge.into);
		const [name = ''] = merge.into;
		const target = into?.id ?? `name ${canonicalForm(name)}`;
		if (target === from.id) {
			whyNot.set(merge, 'They are one concept already.');
			continue;
		}
		whyNot.set(merge, null);
		concepts.set(from.id, from);
		if (into) concepts.set(into.id, into);
		else names.set(target, [...(names.get(target) ?? []), name].sort(compare));
		targets.add(target);
		merged.add(from.id);
		const [a, b] = [endOf(parents, from.id), endOf(parents, target)];
		if (a !== b) parents.set(a, b);
	}
	const members = new Map<string, string[]>();
	for (const key of [...concepts.keys(), ...names.keys()]) {
		const end = endOf(parents, key);
		members.set(end, [...(members.get(end) ?? []), key]);
	}
	const rootOf = new Map<Id, Id>();
	const groups = [...members.values()].flatMap((keys): MergeGroup[] => {
		const all = keys.flatMap((key) => concepts.get(key) ?? []).sort(byWeight);
		const isEnd = (key: string) => targets.has(key) && !merged.has(key);
		const called = all.find(({ id }) => isEnd(id));
		const root = called ?? all[0];
		if (!root) return [];
		for (const { id } of all) rootOf.set(id, root.id);
		const [name = null] = called ? [] : keys.flatMap((key) => names.get(key) ?? []).sort(compare);
		const others = all.filter((each) => each !== root).sort((a, b) => compare(a.id, b.id));
		return [{ root, others, name }];
	});
	return { groups: groups.sort((a, b) => compare(a.root.id, b.root.id)), rootOf, whyNot };
}
