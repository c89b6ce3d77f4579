import type { Concept, ConceptCorpus, Graph } from '#lib/domain/graph.ts';
import { conceptIdSchema, paperIdSchema } from '#lib/domain/ids.ts';
import { kinds } from '#lib/domain/kind.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { listOf, type Ties } from '#lib/graph/ties.ts';

const syllables = 'ba ke li mo nu pa re si to vu'.split(' ');

/** `123` as `kelimo`: a word of its own for every number. */
function wordOf(number: number): string {
	return Array.from(String(number).padStart(3, '0'), (digit) => syllables[Number(digit)]).join('');
}

/** A paper of which only these matter. */
export function madeUpPaper(id: string, given: Partial<Paper> = {}): Paper {
	return {
		...{
			id: paperIdSchema.parse(id),
			title: id,
			abstract: 'Ducks.',
			date: null,
			url: null,
			organization: null
		},
		...{ authors: [], authorCount: null, comments: null, source: 'test' },
		...given
	};
}

/** The papers of made-up ties with texts that say the concepts, and these as extraction would give them. */
export function madeUpCorpus(ties: Ties): { papers: Paper[]; corpus: ConceptCorpus } {
	const ids = Array.from({ length: ties.papers }, (_, at) =>
		paperIdSchema.parse(`p${String(at).padStart(3, '0')}`)
	);
	const names = Array.from({ length: ties.concepts }, (_, at) => `${wordOf(at)} ${wordOf(at % 7)}`);
	const idOf = (concept: number) => conceptIdSchema.parse(names[concept]?.replace(' ', '-'));
	const mentions = ids.flatMap((paper, at) =>
		[...listOf(ties.ofPaper, at)].map((concept, index) => ({
			...{ paper, concept: idOf(concept), count: 1, inTitle: false, starts: [0], ends: [1] },
			weight: Math.round(1000 * (ties.weights[(ties.ofPaper.offsets[at] ?? 0) + index] ?? 0)) / 1000
		}))
	);
	const concepts = names.flatMap((name, at): Concept[] => {
		const papers = listOf(ties.ofConcept, at).length;
		if (papers === 0) return [];
		const kind = kinds[at % kinds.length] ?? 'other';
		return [{ id: idOf(at), name, label: name, kind, aliases: [], papers, firstDate: null, lastDate: null }];
	});
	const papers = ids.map((id, at) => {
		const said = [...listOf(ties.ofPaper, at)].map((concept) => names[concept]);
		// Every ninth has no date, the others one of three years.
		const date = at % 9 === 0 ? null : `${2020 + (at % 3)}-0${1 + (at % 8)}`;
		return madeUpPaper(id, {
			title: `On ${said[0] ?? 'nothing'}`,
			abstract: `We study ${said.join(', ')}.`,
			date
		});
	});
	const [first, second] = concepts.slice(4, 6);
	const introduces = first
		? [
				{
					paper: ids[3] ?? paperIdSchema.parse('p'),
					concept: first.id,
					starts: [0],
					ends: [1],
					rule: 'title'
				}
			]
		: [];
	const broader = first && second ? [{ narrower: first.id, broader: second.id, rule: 'head' }] : [];
	return { papers, corpus: { concepts, mentions, introduces, broader } };
}

/** The map of a graph, a line for each fact, to be read and compared: topics with their land, and who lies where. */
export function mapText({ papers, concepts, topics, memberships, partOf }: Graph): string {
	const topicOf = new Map<string, string>(
		memberships.map(({ member, topic, weight }) => [member, `${topic} ${weight}`])
	);
	const parentOf = new Map(partOf.map(({ topic, parent }) => [topic, parent]));
	const place = (ref: string, { x, y, step }: { x: number; y: number; step: number }) =>
		`${ref} at ${x} ${y} from ${step} in ${topicOf.get(ref) ?? 'no topic'}`;
	const lines = [
		...topics.flatMap(({ id, name, level, terms, x, y, box, anchors, coast, farCoast, ...counts }) => [
			`topics/${id} "${name}" ${level} in ${parentOf.get(id) ?? 'the corpus'}: ${counts.papers} papers, ${counts.concepts} concepts`,
			`  ${terms.join(', ')}`,
			`  at ${x} ${y} box ${box.join(' ')} names ${anchors.join(' ')}`,
			`  coast ${coast.join(' ')}`,
			`  far coast ${farCoast.join(' ')}`
		]),
		...papers.map((paper) => `${place(`papers/${paper.id}`, paper)}, year ${paper.year ?? 'unknown'}`),
		...concepts.map((concept) => place(`concepts/${concept.id}`, concept))
	];
	return `${lines.join('\n')}\n`;
}

/** The same with what the corpus says besides: related papers, and the first pairs of concepts. */
export function graphText(graph: Graph): string {
	const lines = [
		...graph.related.map(
			({ paper, related, score, shared, concepts, text }) =>
				`${paper} to ${related}: ${score} = ${concepts} + ${text}, ${shared} shared`
		),
		...graph.coOccurs
			.slice(0, 60)
			.map(({ first, second, papers, npmi }) => `${first} with ${second}: ${papers} papers, ${npmi}`)
	];
	return `${mapText(graph)}${lines.join('\n')}\n`;
}
