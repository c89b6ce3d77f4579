import { decisionKey, decisionSentence, type Decision, type Outcome } from '#lib/domain/decision.ts';
import type { Concept, ConceptCorpus } from '#lib/domain/graph.ts';
import { compare } from '#lib/domain/order.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { byEnds } from '#lib/concepts/identity/place-concepts.ts';
import { toldApart } from '#lib/concepts/identity/told-apart.ts';
import { counted } from '#lib/domain/counted.ts';
import { formIndex } from './form-index.ts';
import { joinedBroader, joinedIntroduces, joinedMentions, writtenAlso } from './joined.ts';
import { mergeGroups, type MergeDecision } from './merge-groups.ts';
import { planSplits } from './split-concepts.ts';

type Id = Concept['id'];
type Of<Sort extends Decision['decision']> = Extract<Decision, { decision: Sort }>;

function isOf<Sort extends Decision['decision']>(...sorts: Sort[]) {
	return (decision: Decision): decision is Of<Sort> => sorts.some((sort) => sort === decision.decision);
}

/** The same set gives the same order; of two about the same thing the one that comes first by its text stands. */
function inOrder(decisions: readonly Decision[]): Decision[] {
	const keyed = decisions.map((decision) => ({
		decision,
		key: `${decisionKey(decision)} ${JSON.stringify(decision, Object.keys(decision).sort())}`
	}));
	return keyed.sort((a, b) => compare(a.key, b.key)).map(({ decision }) => decision);
}

function absent({ forms }: Decision): string {
	return `No concept is written ${forms.join(', ')}.`;
}

/**
 * The concepts of a corpus as people decided. Decisions find concepts by their forms, all of them in what extraction
 * found: so the order in which they are given does not matter. First single mentions are taken out, then senses split,
 * then concepts merged, then hidden, renamed and given kinds. Every decision has its outcome, sorted by key; one that
 * finds nothing changes nothing.
 */
export function applyDecisions(
	corpus: ConceptCorpus,
	decisions: readonly Decision[],
	papers: readonly Paper[]
): { corpus: ConceptCorpus; outcomes: Outcome[] } {
	if (decisions.length === 0) return { corpus, outcomes: [] };
	const find = formIndex(corpus.concepts);
	const outcomes = new Map<string, Outcome>();
	const sorted = inOrder(decisions).filter((decision) => {
		const key = decisionKey(decision);
		if (outcomes.has(key)) return false;
		outcomes.set(key, { key, applies: false, sentence: absent(decision) });
		return true;
	});
	const tell = (decision: Decision, sentence: string, applies = true) => {
		const key = decisionKey(decision);
		outcomes.set(key, { key, applies, sentence });
	};

	let { mentions, introduces } = corpus;
	for (const decision of sorted.filter(isOf('not-mentioned', 'not-introduced'))) {
		const concept = find(decision.forms);
		if (!concept) continue;
		const isMeant = (each: { paper: string; concept: Id }) =>
			each.paper === decision.paper && each.concept === concept.id;
		const [before, told] = [mentions.length, introduces.length];
		if (decision.decision === 'not-mentioned') mentions = mentions.filter((each) => !isMeant(each));
		introduces = introduces.filter((each) => !isMeant(each));
		const applies = mentions.length < before || introduces.length < told;
		const verb = decision.decision === 'not-mentioned' ? 'mentioned in' : 'introduced by';
		tell(
			decision,
			applies
				? `${concept.label} is no longer ${verb} ${decision.paper}.`
				: `${concept.label} is not ${verb} ${decision.paper} anyway.`,
			applies
		);
	}

	const { plans, whyNot } = planSplits(sorted.filter(isOf('split')), { ...corpus, mentions }, papers, find);
	for (const [decision, why] of whyNot) tell(decision, why, false);
	const splitOf = new Map<string, Id>();
	const concepts = new Map<Id, Concept>(corpus.concepts.map((concept) => [concept.id, concept]));
	for (const { decision, from, into, papers: ids } of plans) {
		for (const id of ids) splitOf.set(`${id} ${from.id}`, into.id);
		const there = concepts.get(into.id) ?? into;
		concepts.set(into.id, there);
		tell(
			decision,
			`${counted(ids.size, 'paper')} with ${from.label} now ${ids.size === 1 ? 'speaks' : 'speak'} of ${into.label}.`
		);
	}
	const afterSplit = <Tie extends { paper: string; concept: Id }>(tie: Tie): Tie => {
		const into = splitOf.get(`${tie.paper} ${tie.concept}`);
		return into ? { ...tie, concept: into } : tie;
	};

	const merged = mergeGroups(sorted.filter(isOf('merge')), find);
	const now = (id: Id): Id => merged.rootOf.get(id) ?? id;
	const hidden = new Map<Id, Of<'hide' | 'not-a-concept'>>();
	for (const decision of sorted.filter(isOf('hide', 'not-a-concept'))) {
		const concept = find(decision.forms);
		if (!concept) continue;
		hidden.set(concept.id, decision);
		tell(decision, `${concept.label} is left out, ${counted(concept.papers, 'paper')}.`);
	}
	const isHidden = (id: Id) => hidden.has(id) || hidden.has(now(id));

	for (const { root, others, name } of merged.groups) {
		const taken = others.filter(({ id }) => !hidden.has(id));
		const called = name === null ? root : { ...root, name, label: name };
		const forms = taken.flatMap((each) => [each.name, each.label, ...each.aliases]);
		concepts.set(root.id, writtenAlso(called, [...(name === null ? [] : [root.name, root.label]), ...forms]));
	}
	for (const [decision, why] of merged.whyNot) tellMerge(decision, why);
	function tellMerge(decision: MergeDecision, why: string | null): void {
		const from = find(decision.forms);
		if (why !== null || !from) tell(decision, why ?? absent(decision), false);
		else if (isHidden(from.id)) tell(decision, `${from.label} is hidden.`, false);
		else
			tell(
				decision,
				`${from.label} is part of ${concepts.get(now(from.id))?.label ?? ''}, ${counted(from.papers, 'paper')}.`
			);
	}

	const called = new Map<string, Decision>();
	for (const decision of sorted.filter(isOf('rename', 'kind'))) {
		const found = find(decision.forms);
		if (!found) continue;
		const id = now(found.id);
		const concept = concepts.get(id) ?? found;
		const before = called.get(`${decision.decision} ${id}`);
		if (isHidden(id)) tell(decision, `${concept.label} is hidden.`, false);
		else if (before) tell(decision, `Another decision stands: ${decisionSentence(before)}.`, false);
		else {
			called.set(`${decision.decision} ${id}`, decision);
			concepts.set(id, changed(concept, decision));
			tell(
				decision,
				decision.decision === 'rename'
					? `${concept.label} is called ${decision.name}.`
					: `${concept.label} is of the kind ${decision.kind}.`
			);
		}
	}

	for (const decision of sorted.filter(isOf('keep-apart'))) {
		const [one, other] = [find(decision.forms), find(decision.into)];
		if (!one || !other) tell(decision, absent(one ? { ...decision, forms: decision.into } : decision), false);
		else
			tell(
				decision,
				'They are not proposed as one again.',
				one.id !== other.id && now(one.id) !== now(other.id)
			);
	}

	const moved = <Tie extends { paper: string; concept: Id }>(ties: readonly Tie[]): Tie[] =>
		ties
			.map(afterSplit)
			.filter(({ concept }) => !isHidden(concept))
			.map((tie) => ({ ...tie, concept: now(tie.concept) }));
	const result = recounted(
		{
			concepts: [...concepts.values()].filter(({ id }) => now(id) === id && !isHidden(id)),
			mentions: joinedMentions(moved(mentions)),
			introduces: joinedIntroduces(moved(introduces)),
			broader: joinedBroader(corpus.broader, (id) => (isHidden(id) ? undefined : now(id)))
		},
		papers
	);
	return { corpus: result, outcomes: [...outcomes.values()].sort((a, b) => compare(a.key, b.key)) };
}

/** A concept under the name or of the kind that someone gave it; what it was called before is an alias. */
function changed(concept: Concept, decision: Of<'rename' | 'kind'>): Concept {
	if (decision.decision === 'kind') return { ...concept, kind: decision.kind };
	const { name } = decision;
	const aliases = concept.aliases.filter((alias) => alias !== name);
	return writtenAlso({ ...concept, name, label: name, aliases }, [concept.name, concept.label]);
}

/** The concepts that papers speak of, with how many and when, each under a label of its own. */
function recounted(corpus: ConceptCorpus, papers: readonly Paper[]): ConceptCorpus {
	const dateOf = new Map<string, string | null>(papers.map(({ id, date }) => [id, date]));
	const speakers = new Map<Id, string[]>();
	for (const { concept, paper } of corpus.mentions) {
		const there = speakers.get(concept);
		if (there) there.push(paper);
		else speakers.set(concept, [paper]);
	}
	const concepts = corpus.concepts.flatMap((concept): Concept[] => {
		const own = speakers.get(concept.id);
		if (!own) return [];
		const dates = own.flatMap((id) => dateOf.get(id) ?? []).sort(compare);
		return [{ ...concept, papers: own.length, firstDate: dates[0] ?? null, lastDate: dates.at(-1) ?? null }];
	});
	concepts.sort((a, b) => compare(a.id, b.id));
	const there = new Set<Id>(concepts.map(({ id }) => id));
	return {
		concepts: toldApart(concepts),
		mentions: [...corpus.mentions].sort(byEnds),
		introduces: corpus.introduces.filter(({ concept }) => there.has(concept)).sort(byEnds),
		broader: corpus.broader
			.filter(({ narrower, broader }) => there.has(narrower) && there.has(broader))
			.sort((a, b) => compare(a.narrower, b.narrower) || compare(a.broader, b.broader))
	};
}
