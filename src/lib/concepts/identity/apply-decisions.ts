import type { DatedDecision, IdleDecision } from '#lib/domain/decision.ts';
import type { Broader, Concept, ConceptCorpus, Introduces, Mention } from '#lib/domain/graph.ts';
import { compare } from '#lib/domain/order.ts';
import { liesUnder } from './broader.ts';
import { decidedGroups } from './decided-groups.ts';

type Id = Concept['id'];

/** Two lists of places as one: of places that overlap the first and longest stays. */
function joinedPlaces(first: Pick<Mention, 'starts' | 'ends'>, second: Pick<Mention, 'starts' | 'ends'>) {
	const places = [first, second]
		.flatMap(({ starts, ends }) => starts.map((start, at) => ({ start, end: ends[at] ?? start })))
		.sort((a, b) => a.start - b.start || b.end - a.end);
	const kept: typeof places = [];
	for (const place of places) if (place.start >= (kept.at(-1)?.end ?? 0)) kept.push(place);
	return { starts: kept.map(({ start }) => start), ends: kept.map(({ end }) => end) };
}

/** Ties of papers to concepts, one for each pair. */
function joinedTies<Tie extends { paper: string; concept: Id; starts: number[] }>(
	ties: Tie[],
	now: (id: Id) => Id | undefined,
	join: (first: Tie, second: Tie) => Tie
): Tie[] {
	const joined = new Map<string, Tie>();
	for (const tie of ties) {
		const concept = now(tie.concept);
		if (concept === undefined) continue;
		const key = `${tie.paper} ${concept}`;
		const there = joined.get(key);
		joined.set(key, there ? join(there, { ...tie, concept }) : { ...tie, concept });
	}
	return [...joined.values()];
}

function joinedMention(first: Mention, second: Mention): Mention {
	const { starts, ends } = joinedPlaces(first, second);
	return {
		...first,
		...{ starts, ends, count: starts.length },
		weight: Math.max(first.weight, second.weight),
		inTitle: first.inTitle || second.inTitle
	};
}

function joinedIntroduces(first: Introduces, second: Introduces): Introduces {
	const [rule = first.rule] = [first.rule, second.rule].sort(compare);
	return { ...first, ...joinedPlaces(first, second), rule };
}

/** One broader concept for each, as before: that of the concept that stays rather than that of one that it took in. */
function joinedBroader(edges: Broader[], now: (id: Id) => Id | undefined): Broader[] {
	const own = (edge: Broader) => (now(edge.narrower) === edge.narrower ? 0 : 1);
	const sorted = [...edges].sort((a, b) => own(a) - own(b) || compare(a.narrower, b.narrower));
	const parents = new Map<Id, Broader>();
	for (const edge of sorted) {
		const [narrower, broader] = [now(edge.narrower), now(edge.broader)];
		if (narrower === undefined || broader === undefined || parents.has(narrower)) continue;
		if (!liesUnder(broader, narrower, parents)) parents.set(narrower, { ...edge, narrower, broader });
	}
	return [...parents.values()].sort((a, b) => compare(a.narrower, b.narrower));
}

/** A concept with the forms and dates of all that it took in. */
function joinedConcept(concept: Concept, others: readonly Concept[], papers: number): Concept {
	const all = [concept, ...others];
	const forms = new Set(all.flatMap(({ name, label, aliases }) => [name, label, ...aliases]));
	forms.delete(concept.name);
	const first = all.flatMap(({ firstDate }) => firstDate ?? []).sort(compare);
	const last = all.flatMap(({ lastDate }) => lastDate ?? []).sort(compare);
	return {
		...concept,
		...{ aliases: [...forms].sort(compare), papers },
		firstDate: first[0] ?? null,
		lastDate: last.at(-1) ?? null
	};
}

function relabelled(concept: Concept, label: string | undefined): Concept {
	if (label === undefined || label === concept.label) return concept;
	const isKnown = label === concept.name || concept.aliases.includes(label);
	return {
		...concept,
		label,
		aliases: isKnown ? concept.aliases : [...concept.aliases, label].sort(compare)
	};
}

/**
 * What people decided, done to what extraction found: concepts joined with their mentions, hidden, renamed, of another
 * kind. The order of the decisions does not matter, and what is done twice is as if done once. A decision that is about
 * nothing in the corpus, or that another one overrules, is `idle`.
 */
export function applyDecisions(
	corpus: ConceptCorpus,
	decisions: readonly DatedDecision[]
): { corpus: ConceptCorpus; idle: IdleDecision[] } {
	if (decisions.length === 0) return { corpus, idle: [] };
	const { stays, hidden, labels, kinds, idle } = decidedGroups(corpus.concepts, decisions);
	const now = (id: Id): Id | undefined => {
		const stay = stays.get(id) ?? id;
		return hidden.has(stay) ? undefined : stay;
	};
	const mentions = joinedTies(corpus.mentions, now, joinedMention);
	const papers = new Map<Id, number>();
	for (const { concept } of mentions) papers.set(concept, (papers.get(concept) ?? 0) + 1);
	const takenIn = new Map<Id, Concept[]>();
	for (const concept of corpus.concepts) {
		const stay = now(concept.id);
		if (stay !== undefined && stay !== concept.id) takenIn.set(stay, [...(takenIn.get(stay) ?? []), concept]);
	}
	const concepts = corpus.concepts
		.filter(({ id }) => now(id) === id)
		.map((concept) => {
			const others = takenIn.get(concept.id);
			const count = papers.get(concept.id) ?? concept.papers;
			const joined = others ? joinedConcept(concept, others, count) : concept;
			const kind = kinds.get(concept.id) ?? concept.kind;
			return { ...relabelled(joined, labels.get(concept.id)), kind };
		});
	return {
		corpus: {
			...{ concepts, mentions },
			introduces: joinedTies(corpus.introduces, now, joinedIntroduces),
			broader: joinedBroader(corpus.broader, now)
		},
		idle
	};
}
