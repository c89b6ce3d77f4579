import type { DatedDecision, IdleDecision } from '#lib/domain/decision.ts';
import type { Concept } from '#lib/domain/graph.ts';
import { compare } from '#lib/domain/order.ts';
import { canonicalForm } from '#lib/concepts/words/canonical-form.ts';

type Id = Concept['id'];

/** What decisions make of concepts, by the ids of those that stay. */
interface DecidedGroups {
	/** The concept that stays, for each that a merge joins to others. */
	stays: Map<Id, Id>;
	/** Those that stay and are hidden. */
	hidden: Set<Id>;
	labels: Map<Id, string>;
	kinds: Map<Id, Concept['kind']>;
	idle: IdleDecision[];
}

/** The latest first; of the same moment by what they say, so that the order of the list does not matter. */
function sorted(decisions: readonly DatedDecision[]): DatedDecision[] {
	const text = ({ decision }: DatedDecision) => JSON.stringify(Object.entries(decision).sort());
	return [...decisions].sort((a, b) => compare(b.at, a.at) || compare(text(a), text(b)));
}

/** Which concepts, of those that are there, belong together and who is called what. */
class Groups {
	readonly hidden = new Set<Id>();
	private readonly parents = new Map<Id, Id>();
	private readonly owners = new Map<string, Set<Id>>();
	/** Those that a merge says shall not stay. */
	private readonly leaving = new Set<Id>();
	private readonly concepts: Map<Id, Concept>;

	constructor(concepts: readonly Concept[]) {
		this.concepts = new Map(concepts.map((concept) => [concept.id, concept]));
		for (const { id, name, label, aliases } of concepts)
			for (const form of [name, label, ...aliases]) this.call(form, id);
	}

	call(form: string, id: Id): void {
		const key = canonicalForm(form);
		this.owners.set(key, (this.owners.get(key) ?? new Set<Id>()).add(id));
	}

	root(id: Id): Id {
		let at = id;
		for (let up = this.parents.get(at); up !== undefined; up = this.parents.get(at)) at = up;
		return at;
	}

	/** The groups, as their roots, in which something is called so. */
	called(form: string): Id[] {
		const owners = this.owners.get(canonicalForm(form)) ?? new Set<Id>();
		return [...new Set([...owners].map((id) => this.root(id)))].filter((id) => !this.hidden.has(id));
	}

	/** The one group in which something is called so; none where there are two. */
	one(form: string): Id | undefined {
		const [first, ...others] = this.called(form);
		return others.length === 0 ? first : undefined;
	}

	/** Whether that was two groups before. */
	join(form: string, into: string): boolean {
		const [from, to] = [this.one(form), this.one(into)];
		if (from === undefined || to === undefined || from === to) return false;
		for (const id of this.owners.get(canonicalForm(form)) ?? [])
			if (this.root(id) === from) this.leaving.add(id);
		this.parents.set(from, to);
		return true;
	}

	/** Of each joined concept, the one that stays: that no merge sends on, of several that of most papers. */
	stays(): Map<Id, Id> {
		const members = new Map<Id, Concept[]>();
		for (const concept of this.concepts.values()) {
			const root = this.root(concept.id);
			members.set(root, [...(members.get(root) ?? []), concept]);
		}
		const stays = new Map<Id, Id>();
		for (const group of members.values()) {
			const rank = ({ id }: Concept) => (this.leaving.has(id) ? 1 : 0);
			group.sort((a, b) => rank(a) - rank(b) || b.papers - a.papers || compare(a.id, b.id));
			const [first] = group;
			if (first && group.length > 1) for (const { id } of group) stays.set(id, first.id);
		}
		return stays;
	}
}

/** Joins and hides until nothing changes: what is joined may make another form unmistakable. */
function settle(groups: Groups, decisions: readonly DatedDecision[]): Set<DatedDecision> {
	const used = new Set<DatedDecision>();
	const step = (dated: DatedDecision): boolean => {
		const { decision } = dated;
		if (decision.what === 'merge') return groups.join(decision.form, decision.into);
		const id = groups.one(decision.form);
		if (id === undefined) return false;
		if (decision.what === 'hide') groups.hidden.add(id);
		else if (decision.what === 'rename' && groups.called(decision.label).length === 0)
			groups.call(decision.label, id);
		else return false;
		return true;
	};
	const round = (what: string): boolean => {
		const changed = decisions.filter((dated) => dated.decision.what === what && step(dated));
		for (const dated of changed) used.add(dated);
		return changed.length > 0;
	};
	// What is hidden comes last: a merge into it shall not depend on which of the two was looked at first.
	while (round('merge') || round('rename') || round('hide'));
	return used;
}

function whyNot(groups: Groups, form: string): string | null {
	const { length } = groups.called(form);
	if (length === 1) return null;
	return length === 0 ? `nothing is called “${form}”` : `${length} concepts are called “${form}”`;
}

/** Finds what each decision is about. The same for the same decisions in whatever order. */
export function decidedGroups(concepts: readonly Concept[], given: readonly DatedDecision[]): DecidedGroups {
	const decisions = sorted(given);
	const groups = new Groups(concepts);
	const used = settle(groups, decisions);
	const stays = groups.stays();
	const stay = (root: Id): Id => stays.get(root) ?? root;
	const labels = new Map<Id, string>();
	const kinds = new Map<Id, Concept['kind']>();
	const idle: IdleDecision[] = [];
	for (const dated of decisions) {
		const { decision } = dated;
		const other = decision.what === 'merge' ? decision.into : decision.form;
		let why = used.has(dated) ? null : (whyNot(groups, decision.form) ?? whyNot(groups, other));
		const id = groups.one(decision.form);
		if (id !== undefined && decision.what === 'rename') {
			if (groups.one(decision.label) !== id) why = `another concept is called “${decision.label}”`;
			else if (labels.has(stay(id))) why = 'a later decision gives it another label';
			else labels.set(stay(id), decision.label);
		}
		if (id !== undefined && decision.what === 'kind') {
			if (kinds.has(stay(id))) why = 'a later decision gives it another kind';
			else kinds.set(stay(id), decision.kind);
		}
		if (why !== null) idle.push({ decision, why });
	}
	return { stays, hidden: new Set([...groups.hidden].map(stay)), labels, kinds, idle };
}
