import type { Decision } from '#lib/domain/decision.ts';
import type { Concept, ConceptCorpus } from '#lib/domain/graph.ts';
import { compare } from '#lib/domain/order.ts';
import { mergeReasons, type MergeReason, type ProposedMerge } from '#lib/domain/proposed-merge.ts';
import { canonicalForm } from '#lib/concepts/words/canonical-form.ts';
import { leastSharedWords, mostProposed, shortestTypo } from './constants/proposals.ts';
import { formIndex } from './form-index.ts';

type Reader = Pick<ConceptCorpus, 'concepts' | 'mentions'>;
type Propose = (a: Concept, b: Concept, reason: MergeReason, form?: string) => void;

const reasonOrder = Object.keys(mergeReasons);

/** A form without what stands between its letters: `GPT-4 V` and `gpt4v` are the same, `HumanEval+` is another thing. */
function letters(form: string): string {
	return canonicalForm(form).replace(/[^\p{L}\p{N}+#*]+/gu, '');
}

function groupsOf(
	concepts: readonly Concept[],
	keysOf: (concept: Concept) => Iterable<string>
): Map<string, Concept[]> {
	const groups = new Map<string, Concept[]>();
	for (const concept of concepts)
		for (const key of new Set(keysOf(concept))) {
			if (key === '') continue;
			const there = groups.get(key);
			if (there) there.push(concept);
			else groups.set(key, [concept]);
		}
	return groups;
}

/** Those of one group with each other; a form of more than a few concepts says nothing. */
function pairs(group: readonly Concept[], tell: (a: Concept, b: Concept) => void): void {
	if (group.length > 5) return;
	group.forEach((a, at) => {
		for (const b of group.slice(at + 1)) tell(a, b);
	});
}

function sameSpelling(concepts: readonly Concept[], propose: Propose): void {
	for (const group of groupsOf(concepts, ({ name }) => [letters(name)]).values())
		pairs(group, (a, b) => {
			propose(a, b, 'spelling');
		});
}

/** Of the words of two names the share that both have (Jaccard). */
function sharedWords(a: string, b: string): number {
	const [first, second] = [a, b].map((name) => new Set(canonicalForm(name).split(' ')));
	const both = [...(first ?? [])].filter((word) => second?.has(word)).length;
	return both / ((first?.size ?? 0) + (second?.size ?? 0) - both);
}

/**
 * A short form and what is written so, or two names of a short form that have most words in common: `AIME` alone and
 * spelt out. Of two other names the short form stands for two things.
 */
function sameForm(concepts: readonly Concept[], propose: Propose): void {
	const forms = groupsOf(concepts, ({ name, aliases }) => [name, ...aliases].map(canonicalForm));
	for (const [key, group] of forms)
		pairs(group, (a, b) => {
			const isCalledSo = [a, b].some(({ name }) => canonicalForm(name) === key);
			if (!isCalledSo && sharedWords(a.name, b.name) < leastSharedWords) return;
			const written = [a.name, ...a.aliases].find((form) => canonicalForm(form) === key);
			propose(a, b, 'form', written);
		});
}

/** The letters that words begin with; null for fewer than two words. */
function initials(name: string): string | null {
	const words = canonicalForm(name).split(' ');
	return words.length < 2 ? null : words.map((word) => Array.from(word)[0] ?? '').join('');
}

function abbreviated(concepts: readonly Concept[], propose: Propose): void {
	const byInitials = groupsOf(concepts, ({ name }) => [initials(name) ?? '']);
	for (const concept of concepts) {
		if (!/^\p{Lu}[\p{Lu}\p{N}-]+$/u.test(concept.name)) continue;
		const full = byInitials.get(letters(concept.name)) ?? [];
		if (full.length <= 5) for (const other of full) propose(concept, other, 'acronym');
	}
}

/** `R1` and `DeepSeek-R1`, `o1` and `OpenAI o1`: the last word alone, with a number in it. */
function withMaker(concepts: readonly Concept[], propose: Propose): void {
	const single = new Map(concepts.map((concept) => [canonicalForm(concept.name), concept]));
	for (const concept of concepts) {
		const [maker, last, ...more] = canonicalForm(concept.name).split(' ');
		if (maker === undefined || last === undefined || more.length > 0) continue;
		const other = single.get(last);
		if (other && /^\p{L}+[\p{N}.]+$/u.test(last)) propose(other, concept, 'maker');
	}
}

/** Every way to leave one letter of a long word out: what is one letter apart shares one (Garbe's SymSpell). */
function lessOne(name: string): string[] {
	const words = canonicalForm(name).split(' ');
	return words.flatMap((word, at) => {
		if (word.length < shortestTypo) return [];
		const around = (changed: string) => [...words.slice(0, at), changed, ...words.slice(at + 1)].join(' ');
		return [word, ...Array.from(word, (_, out) => word.slice(0, out) + word.slice(out + 1))].map(around);
	});
}

/** By one letter more, less, or in another's place: no number or sign, and not the first. */
function oneLetterApart(a: string, b: string): boolean {
	if (a === b || a.replace(/\p{L}+/gu, ' ') !== b.replace(/\p{L}+/gu, ' ') || a[0] !== b[0]) return false;
	let front = 0;
	while (front < Math.min(a.length, b.length) && a[front] === b[front]) front += 1;
	const [first, second] = [a.slice(front), b.slice(front)];
	return first.slice(1) === second || first === second.slice(1) || first.slice(1) === second.slice(1);
}

function mistyped(concepts: readonly Concept[], propose: Propose): void {
	for (const group of groupsOf(concepts, ({ name }) => lessOne(name)).values())
		pairs(group, (a, b) => {
			if (oneLetterApart(canonicalForm(a.name), canonicalForm(b.name))) propose(a, b, 'typing');
		});
}

/**
 * Pairs of concepts that may be one, for people to decide: those with the most telling reason first, then those that
 * more papers speak of. Which have been decided to be two are left out, and what is only alike counts where a paper
 * speaks of both. The same concepts give the same proposals in whatever order they come.
 */
export function proposeMerges(
	{ concepts, mentions }: Reader,
	decisions: readonly Decision[] = []
): ProposedMerge[] {
	const sorted = [...concepts].sort((a, b) => compare(a.id, b.id));
	const papersOf = new Map<string, Set<string>>();
	for (const { concept, paper } of mentions)
		papersOf.set(concept, (papersOf.get(concept) ?? new Set()).add(paper));
	const byId = new Map<string, Concept>(sorted.map((concept) => [concept.id, concept]));
	const find = formIndex(sorted);
	const apart = new Set<string>();
	const keyOf = (a: { id: string }, b: { id: string }) => [a.id, b.id].sort(compare).join(' ');
	for (const decision of decisions) {
		if (decision.decision !== 'keep-apart') continue;
		const [a, b] = [find(decision.forms), find(decision.into)];
		if (a && b) apart.add(keyOf(a, b));
	}
	const found = new Map<string, ProposedMerge & { papers: number }>();
	const propose: Propose = (a, b, reason, form = '') => {
		const key = keyOf(a, b);
		if (a.id === b.id || apart.has(key) || found.has(key)) return;
		const [one, into] = a.papers < b.papers || (a.papers === b.papers && a.id > b.id) ? [a, b] : [b, a];
		const others = papersOf.get(into.id);
		const shared = [...(papersOf.get(one.id) ?? [])].filter((paper) => others?.has(paper)).length;
		const isTelling = reason === 'spelling' || reason === 'form';
		if (isTelling || shared > 0)
			found.set(key, { one: one.id, into: into.id, reason, form, shared, papers: one.papers });
	};
	for (const rule of [sameSpelling, sameForm, abbreviated, withMaker, mistyped]) rule(sorted, propose);
	const inOrder = [...found.values()].sort(
		(a, b) =>
			reasonOrder.indexOf(a.reason) - reasonOrder.indexOf(b.reason) ||
			b.papers - a.papers ||
			b.shared - a.shared ||
			(byId.get(b.into)?.papers ?? 0) - (byId.get(a.into)?.papers ?? 0) ||
			compare(a.one, b.one) ||
			compare(a.into, b.into)
	);
	// A short form may be one of several things: the likeliest is asked first, the others after the next ingest.
	const met = new Set<string>();
	return inOrder
		.filter(({ one }) => met.size < met.add(one).size)
		.slice(0, mostProposed)
		.map(({ one, into, reason, form, shared }) => ({ one, into, reason, form, shared }));
}
