import type { Concept, ConceptCorpus } from '#lib/domain/graph.ts';
import { slug, topicIdSchema, type TopicId } from '#lib/domain/ids.ts';
import { topicNames } from '#lib/graph/constants/topic-names.ts';
import { listOf, lengthOf, type Ties } from '#lib/graph/ties.ts';
import { createSameness } from './say-the-same.ts';
import type { TopicNode, TopicTree } from './topic-tree.ts';

export interface TopicName {
	id: TopicId;
	/** One or two terms, joined by ` · `. */
	name: string;
	/** The terms of the name, then the next ones that characterise the topic. */
	terms: string[];
}

/** A concept as a query for a topic. */
interface Candidate {
	concept: number;
	/** Papers of the topic that mention it, and those of the scope: the corpus, or the large topic of a small one. */
	here: number;
	everywhere: number;
	score: number;
}

/** F of a query that finds `found` papers, `right` of them among the `wanted`. */
function queryScore(right: number, found: number, wanted: number): number {
	const square = topicNames.beta ** 2;
	return right === 0 ? 0 : ((1 + square) * right) / (square * wanted + found);
}

/** Whether a concept may name topics at all. */
function isName({ kind, name }: Concept, papers: number, corpus: number): boolean {
	const most = Math.max(topicNames.leastMost, topicNames.mostOfCorpus * corpus);
	// A version says which of many, and is forgotten next year.
	const isVersion = (kind === 'model' || kind === 'dataset') && /\d/.test(name);
	return papers <= most && !isVersion && !topicNames.unnamed.has(name.toLowerCase());
}

function countIn(papers: readonly number[], ties: Ties): Map<number, number> {
	const counts = new Map<number, number>();
	for (const paper of papers)
		for (const concept of listOf(ties.ofPaper, paper)) counts.set(concept, (counts.get(concept) ?? 0) + 1);
	return counts;
}

/** What a name writes: the long form of an acronym where there is room for it. */
function writtenIn({ label, name }: Concept): string {
	const [acronym = label, sense] = label.split(' · ');
	if (sense !== undefined) return name.length <= topicNames.roomForSense ? name : acronym;
	return name.length <= topicNames.roomForLongForm ? name : label;
}

/** How well each concept may name a topic: by its kind, and by how much the papers that mention it are about it. */
function weights(concepts: readonly Concept[], ties: Ties): number[] {
	const sums = new Float64Array(concepts.length);
	for (const [at, concept] of ties.ofPaper.values.entries())
		sums[concept] = (sums[concept] ?? 0) + (ties.weights[at] ?? 0);
	return concepts.map(({ kind }, concept) => {
		const mean = (sums[concept] ?? 0) / Math.max(1, lengthOf(ties.ofConcept, concept));
		const subject = Math.min(1, Math.max(topicNames.leastSubject, mean / topicNames.subjectWeight));
		return topicNames.kindWeight[kind] * subject;
	});
}

/** Names topics of one corpus. */
export function nameTopics(
	tree: TopicTree,
	corpus: ConceptCorpus,
	ties: Ties
): { names: TopicName[]; concepts: number[][] } {
	const { concepts } = corpus;
	const introduced = new Set<string>(corpus.introduces.map(({ concept }) => concept));
	const sayTheSame = createSameness(corpus.broader);
	const mayName = concepts.map(
		(concept, index) =>
			!introduced.has(concept.id) && isName(concept, lengthOf(ties.ofConcept, index), ties.papers)
	);
	const weightOf = weights(concepts, ties);
	const ofCorpus = (concept: number) => lengthOf(ties.ofConcept, concept);
	const inParent = tree.topics.map(({ level, papers }) =>
		level === 1 ? countIn(papers, ties) : new Map<number, number>()
	);

	const candidatesOf = ({ parent, papers }: TopicNode): Candidate[] => {
		const least = Math.max(1, topicNames.leastShare * papers.length);
		const everywhereOf =
			parent === null ? ofCorpus : (concept: number) => inParent[parent]?.get(concept) ?? 0;
		return [...countIn(papers, ties)]
			.filter(([, here]) => here >= least)
			.flatMap(([concept, here]): Candidate[] => {
				const known = concepts[concept];
				if (!known) return [];
				const everywhere = everywhereOf(concept);
				const score = (weightOf[concept] ?? 0) * queryScore(here, everywhere, papers.length);
				return [{ concept, here, everywhere, score }];
			})
			.sort((a, b) => b.score - a.score || a.concept - b.concept);
	};

	/** Counts papers of a topic and of its scope that mention one or the other of two concepts. */
	const createEither = ({ papers, parent }: TopicNode) => {
		const own = new Set(papers);
		const scope = parent === null ? null : new Set(tree.topics[parent]?.papers);
		return (a: Candidate, b: Candidate) => {
			const [first, second] = [listOf(ties.ofConcept, a.concept), listOf(ties.ofConcept, b.concept)];
			const both = { here: 0, everywhere: 0 };
			for (let i = 0, j = 0; i < first.length && j < second.length;) {
				const [one = 0, other = 0] = [first[i], second[j]];
				if (one === other && (!scope || scope.has(one))) {
					both.everywhere += 1;
					if (own.has(one)) both.here += 1;
				}
				if (one <= other) i += 1;
				if (other <= one) j += 1;
			}
			return { here: a.here + b.here - both.here, everywhere: a.everywhere + b.everywhere - both.everywhere };
		};
	};

	const candidates = tree.topics.map(candidatesOf);
	/** For each level, the topic that each concept names best: in the names of others it does not stand. */
	const best = [1, 2].map((level) => {
		const found = new Map<number, { topic: number; score: number }>();
		for (const [topic, { level: own }] of tree.topics.entries()) {
			if (own !== level) continue;
			for (const { concept, score } of candidates[topic] ?? [])
				if (mayName[concept] && score > (found.get(concept)?.score ?? 0))
					found.set(concept, { topic, score });
		}
		return found;
	});

	/** What stands in names of each level, as it is written: two concepts may be written alike. */
	const used = [new Set<string>(), new Set<string>()];
	const written = concepts.map((concept) => writtenIn(concept).toLowerCase());
	const taken = new Set<string>();
	const named: { name: TopicName; concepts: number[] }[] = [];
	for (const [index, topic] of tree.topics.entries()) {
		const level = topic.level - 1;
		const isFree = ({ concept }: Candidate) => !used[level]?.has(written[concept] ?? '');
		const all = candidates[index] ?? [];
		const own = all.filter((each) => best[level]?.get(each.concept)?.topic === index && isFree(each));
		// Where every term names another topic better, the best that names none yet does.
		const possible = own.length > 0 ? own : all.filter((each) => mayName[each.concept] && isFree(each));
		const chosen = chooseTerms(topic, possible);
		for (const concept of chosen) used[level]?.add(written[concept] ?? '');
		const terms = termsOf(chosen, all);
		named.push({ concepts: chosen, name: nameOf(chosen, terms, topic) });
	}
	return { names: named.map(({ name }) => name), concepts: named.map(({ concepts }) => concepts) };

	/** The one or two terms that make the best query for the topic, the better one first. */
	function chooseTerms(topic: TopicNode, possible: Candidate[]): number[] {
		const tried = possible.slice(0, topicNames.tried);
		// A small topic is not called just as the large one that it lies in.
		const above = topic.parent === null ? [] : (named[topic.parent]?.concepts ?? []);
		const isNamed = (concept: number) => above.length === 1 && above[0] === concept;
		const either = createEither(topic);
		const weighed = ({ concept }: Candidate) => weightOf[concept] ?? 0;
		const isMeasure = ({ concept }: Candidate) =>
			concepts[concept]?.kind === 'dataset' || concepts[concept]?.kind === 'metric';
		// What a large topic is measured with lends nothing from its subject; a small one may be about it.
		const pairWeight = (a: Candidate, b: Candidate) =>
			topic.level === 1 && (isMeasure(a) || isMeasure(b))
				? Math.min(weighed(a), weighed(b))
				: (weighed(a) + weighed(b)) / 2;
		let [chosen, most]: [Candidate[], number] = [[], 0];
		for (const [at, first] of tried.entries()) {
			if (first.score > most && !isNamed(first.concept)) [chosen, most] = [[first], first.score];
			for (const second of tried.slice(at + 1)) {
				const [a, b] = [concepts[first.concept], concepts[second.concept]];
				const { here, everywhere } = either(first, second);
				const score = pairWeight(first, second) * queryScore(here, everywhere, topic.papers.length);
				if (score <= most * topicNames.gain || !a || !b || sayTheSame(a, b)) continue;
				[chosen, most] = [[first, second], score];
			}
		}
		return (chosen.length > 0 ? chosen : tried.slice(0, 1)).map(({ concept }) => concept);
	}

	function termsOf(chosen: number[], all: Candidate[]): string[] {
		const rest = all
			.map(({ concept }) => concept)
			.filter((concept) => !chosen.includes(concept) && !introduced.has(concepts[concept]?.id ?? ''));
		const terms: Concept[] = [];
		for (const concept of [...chosen, ...rest]) {
			const known = concepts[concept];
			if (known && (chosen.includes(concept) || !terms.some((term) => sayTheSame(term, known))))
				terms.push(known);
			if (terms.length === topicNames.kept) break;
		}
		return terms.map((term, at) => (at < chosen.length ? writtenIn(term) : term.label));
	}

	/** A name and an id that no other topic has. */
	function nameOf(chosen: number[], terms: string[], { parent }: TopicNode): TopicName {
		let name = terms.slice(0, chosen.length).join(' · ') || 'other papers';
		const above = parent === null ? null : named[parent]?.name;
		if (taken.has(slug(name)) && above) name = `${name} in ${above.terms[0] ?? above.name}`;
		for (let number = 2, plain = name; taken.has(slug(name)); number += 1) name = `${plain} · ${number}`;
		taken.add(slug(name));
		const capital = name.charAt(0).toUpperCase() + name.slice(1);
		return { id: topicIdSchema.parse(slug(name) || `topic-${taken.size}`), name: capital, terms };
	}
}
