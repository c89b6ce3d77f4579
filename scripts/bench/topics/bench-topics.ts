import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { extractCorpus } from '#lib/concepts/extract.ts';
import type { Concept, ConceptCorpus, Graph, Topic } from '#lib/domain/graph.ts';
import { compare } from '#lib/domain/order.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { buildGraph } from '#lib/graph/build-graph.ts';
import { postingsOf, RowsBuilder } from '#lib/graph/nearness/term-rows.ts';
import { isInside } from '#lib/graph/places/coasts.ts';
import { findTies, lengthOf, listOf, type Ties } from '#lib/graph/ties.ts';
import { readPapers } from '#lib/sources/read-papers.ts';
import { usualExtraction } from '../../extract-options.ts';
import { coherence, numberKeywords, relatedness, type GivenKeywords } from './coherence.ts';
import { topicsByLouvain, type LouvainTopics } from './by-louvain.ts';
import { nameScore, type NameScore } from './name-score.ts';

const line = z.object({
	title: z.string(),
	ai_keywords: z.array(z.string()).nullish(),
	keywords: z.array(z.string()).nullish()
});

/** The papers of a file, sorted by id, with the keywords that somebody else gave to them. */
async function labelled(file: string, first: number): Promise<{ papers: Paper[]; given: GivenKeywords }> {
	const papers = (await readPapers([file])).papers.slice(0, first).sort((a, b) => compare(a.id, b.id));
	const byTitle = new Map<string, string[]>();
	for (const text of (await readFile(file, 'utf8')).split('\n').filter(Boolean)) {
		const { title, ai_keywords, keywords } = line.parse(JSON.parse(text));
		byTitle.set(title.trim(), ai_keywords ?? keywords ?? []);
	}
	return { papers, given: numberKeywords(papers.map(({ title }) => byTitle.get(title) ?? [])) };
}

/** The ten nearest papers by plain tf-idf of single words: what related papers are measured against. */
function nearestByWords(papers: readonly Paper[]): [number, number][] {
	const numbers = new Map<string, number>();
	const counts = papers.map(({ title, abstract }) => {
		const count = new Map<number, number>();
		for (const word of `${title} ${abstract}`.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []) {
			if (!numbers.has(word)) numbers.set(word, numbers.size);
			const number = numbers.get(word) ?? 0;
			count.set(number, (count.get(number) ?? 0) + 1);
		}
		return count;
	});
	const having = new Uint32Array(numbers.size);
	for (const count of counts) for (const word of count.keys()) having[word] = (having[word] ?? 0) + 1;
	const builder = new RowsBuilder();
	for (const count of counts)
		builder.add(
			[...count].map(([word, times]): [number, number] => [
				word,
				times * Math.log(papers.length / (having[word] ?? 1))
			])
		);
	const rows = builder.rows();
	const { offsets, papers: of, weights } = postingsOf(rows, numbers.size);
	const sums = new Float64Array(papers.length);
	return papers.flatMap((_, paper) => {
		sums.fill(0);
		for (let at = rows.offsets[paper] ?? 0; at < (rows.offsets[paper + 1] ?? 0); at += 1) {
			const word = rows.terms[at] ?? 0;
			for (let place = offsets[word] ?? 0; place < (offsets[word + 1] ?? 0); place += 1) {
				const other = of[place] ?? 0;
				sums[other] = (sums[other] ?? 0) + (rows.weights[at] ?? 0) * (weights[place] ?? 0);
			}
		}
		sums[paper] = -1;
		const order = [...sums.keys()].sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0)).slice(0, 10);
		return order.map((other): [number, number] => [paper, other]);
	});
}

interface Level {
	of: Int32Array;
	count: number;
	names: NameScore;
}

const asText = ({ f1, precision, recall }: NameScore) =>
	`${f1.toFixed(3)} (${precision.toFixed(2)}, ${recall.toFixed(2)})`;

/**
 * The papers of each term of a name: of the concept with that label, name or alias, in this order; of several the one
 * that most papers mention.
 */
function termsOf({ concepts }: Graph, ties: Ties): (topic: Topic) => number[][] {
	const called = new Map<string, number>();
	const papersOf = (index: number) => lengthOf(ties.ofConcept, index);
	const strongest = [...concepts.keys()].sort((a, b) => papersOf(b) - papersOf(a) || a - b);
	for (const formsOf of [
		({ label }: Concept) => [label],
		({ name }: Concept) => [name],
		({ aliases }: Concept) => aliases
	])
		for (const index of strongest)
			for (const form of concepts[index] ? formsOf(concepts[index]) : [])
				if (!called.has(form.toLowerCase())) called.set(form.toLowerCase(), index);
	return ({ name }) =>
		name.split(' · ').map((term) => {
			const concept = called.get(term.toLowerCase());
			return concept === undefined ? [] : [...listOf(ties.ofConcept, concept)];
		});
}

function levelsOf(graph: Graph, ties: Ties): [large: Level, small: Level] {
	const index = new Map<string, number>(graph.papers.map(({ id }, at) => [`papers/${id}`, at]));
	const parentOf = new Map<string, string>(graph.partOf.map(({ topic, parent }) => [topic, parent]));
	const leafOf = new Map<number, string>();
	for (const { member, topic } of graph.memberships) {
		const paper = index.get(member);
		if (paper !== undefined) leafOf.set(paper, topic);
	}
	const terms = termsOf(graph, ties);
	const papersOf = (id: string) =>
		[...leafOf].filter(([, leaf]) => leaf === id || parentOf.get(leaf) === id).map(([paper]) => paper);
	const level = (wanted: 1 | 2): Level => {
		const topics = graph.topics.filter((topic) => topic.level === wanted);
		const of = new Int32Array(graph.papers.length).fill(-1);
		const named = topics.map((topic, at) => {
			const papers = papersOf(topic.id);
			for (const paper of papers) of[paper] = at;
			const parent = parentOf.get(topic.id);
			return { papers, scope: parent === undefined ? null : new Set(papersOf(parent)), terms: terms(topic) };
		});
		return { of, count: topics.length, names: nameScore(named) };
	};
	return [level(1), level(2)];
}

function baselineLevel(
	topics: LouvainTopics,
	ties: Ties,
	parents?: { of: number[]; large: number[] }
): Level {
	const members = topics.names.map((_, topic) =>
		topics.of.flatMap((own, paper) => (own === topic ? [paper] : []))
	);
	const named = topics.names.map((concepts, topic) => ({
		papers: members[topic] ?? [],
		scope: parents
			? new Set(parents.large.flatMap((large, paper) => (large === parents.of[topic] ? [paper] : [])))
			: null,
		terms: concepts.map((concept) => [...listOf(ties.ofConcept, concept)])
	}));
	return { of: Int32Array.from(topics.of), count: topics.names.length, names: nameScore(named) };
}

/** The rings of a flat list. */
function ringsOf(flat: readonly number[]): { x: number; y: number }[][] {
	const rings: { x: number; y: number }[][] = [];
	for (let at = 0; at < flat.length; at += 1 + 2 * (flat[at] ?? 0))
		rings.push(
			Array.from({ length: flat[at] ?? 0 }, (_, point) => ({
				x: flat[at + 1 + 2 * point] ?? 0,
				y: flat[at + 2 + 2 * point] ?? 0
			}))
		);
	return rings;
}

/** The share of members that lie on the land of their own topic, and how many pieces the land of a topic has at most. */
function landOf(graph: Graph): { own: number; pieces: number } {
	const rings = new Map<string, { x: number; y: number }[][]>(
		graph.topics.map(({ id, coast }) => [id, ringsOf(coast)])
	);
	const places = new Map<string, { x: number; y: number }>([
		...graph.papers.map((paper): [string, Paper & { x: number; y: number }] => [`papers/${paper.id}`, paper]),
		...graph.concepts.map((concept): [string, { x: number; y: number }] => [
			`concepts/${concept.id}`,
			concept
		])
	]);
	const own = graph.memberships.filter(({ member, topic }) => {
		const place = places.get(member);
		return place && rings.get(topic)?.some((ring) => isInside(place, ring));
	}).length;
	const pieces = [...rings.values()].reduce((most, { length }) => Math.max(most, length), 0);
	return { own: own / graph.memberships.length, pieces };
}

function tellLevel(name: string, level: Level, given: GivenKeywords): void {
	console.log(
		`  ${name}\t${level.count} topics\tcoherence ${coherence(given, level.of).toFixed(3)}\tname F1 ${asText(level.names)}`
	);
}

async function benchFile(file: string, first: number): Promise<void> {
	const { papers, given } = await labelled(file, first);
	const corpus: ConceptCorpus = await extractCorpus(papers, usualExtraction);
	const began = performance.now();
	const graph = await buildGraph(papers, corpus);
	const seconds = (performance.now() - began) / 1000;
	const ties = findTies(graph.papers, corpus);
	const [large, small] = levelsOf(graph, ties);
	console.log(
		`${file.split('/').slice(-2).join('/')}: ${papers.length} papers, ${graph.concepts.length} concepts, graph in ${seconds.toFixed(0)} s`
	);
	tellLevel('large', large, given);
	tellLevel('small', small, given);
	const before = topicsByLouvain(
		ties,
		graph.concepts,
		new Set(graph.introduces.map(({ concept }) => concept))
	);
	tellLevel('large, Louvain over papers and concepts', baselineLevel(before.large, ties), given);
	tellLevel(
		'small, the same',
		baselineLevel(before.small, ties, { of: before.parents, large: before.large.of }),
		given
	);
	const { own, pieces } = landOf(graph);
	console.log(
		`  land\t${(100 * own).toFixed(1)} % of the members on their own, ${pieces} piece${pieces === 1 ? '' : 's'} a topic at most`
	);
	const index = new Map<string, number>(graph.papers.map(({ id }, at) => [id, at]));
	const related = relatedness(
		given,
		graph.related.map((each): [number, number] => [index.get(each.paper) ?? 0, index.get(each.related) ?? 0])
	);
	const words = relatedness(given, nearestByWords(papers));
	console.log(
		`  related papers\t${related.cosine.toFixed(3)} (${(100 * related.overlapping).toFixed(0)} %), by tf-idf of words ${words.cosine.toFixed(3)} (${(100 * words.overlapping).toFixed(0)} %): ${(related.cosine / words.cosine).toFixed(2)} times`
	);
	const terms = graph.topics
		.map(({ level, name }) => name.split(' · ').map((term) => `${level} ${term.toLowerCase()}`))
		.flat();
	console.log(`  terms that stand in two names of one level\t${terms.length - new Set(terms).size}`);
}

/** Topics, land and related papers against keywords that extraction never saw, beside the first method. */
export async function benchTopics(folder: string, files: string[]): Promise<void> {
	const all =
		files.length > 0
			? files
			: [join(folder, 'hf-daily', 'dev.jsonl'), join(folder, 'author-keywords', 'dev.jsonl')];
	for (const file of all) await benchFile(file, Infinity);
}
