import { z } from 'zod';
import { paperSummarySchema } from '#lib/domain/answers.ts';
import { labelOf } from '#lib/domain/graph-model.ts';
import { NotFoundError, ParameterError } from '#lib/domain/errors.ts';
import { nextToRead } from '#lib/domain/next-to-read.ts';
import { nodeRef, splitRef, type NodeRef } from '#lib/domain/ids.ts';
import type { NextReading } from '#lib/domain/next-reading.ts';
import { libraryList } from '#lib/server/people/library-list.ts';
import type { Store } from '#lib/server/store.ts';
import { paperSummary } from './summaries.ts';

/** Papers that are proposed at a time. */
const mostNext = 10;
/** Concepts of a place that count: in two of its papers at least, the most frequent first. */
const mostWanted = 500;

const nameRow = z.object({ name: z.string() });
const wantedRow = z.object({ id: z.string(), label: z.string() });
const candidateRow = z.object({
	paper: paperSummarySchema,
	id: z.string(),
	concepts: z.array(z.string())
});

/** What is to be covered, and which papers may cover it: of a topic its concepts and papers, of a concept what its papers speak of, of some papers what they speak of. */
const places = {
	topics: {
		papers: '(:Topic {id: $id})<-[:PART_OF*0..1]-(:Topic)<-[:IN_TOPIC]-(p:Paper)',
		wanted: '(:Topic {id: $id})<-[:PART_OF*0..1]-(:Topic)<-[:IN_TOPIC]-(c:Concept)<-[:MENTIONS]-(p:Paper)'
	},
	concepts: {
		papers: '(:Concept {id: $id})<-[:MENTIONS]-(p:Paper)',
		wanted: '(:Concept {id: $id})<-[:MENTIONS]-(p:Paper)-[:MENTIONS]->(c:Concept)'
	},
	papers: {
		papers: '(p:Paper) WHERE p.id IN $ids',
		wanted: '(p:Paper)-[:MENTIONS]->(c:Concept) WHERE p.id IN $ids'
	}
} as const;

/** What is asked for: some papers, or one topic or concept with its name. Throws NotFoundError, ParameterError. */
async function placeOf(store: Store, of: readonly NodeRef[]): Promise<NextReading['of']> {
	const refs = of.map(splitRef);
	if (refs.every(({ collection }) => collection === 'papers')) return null;
	const [first] = refs;
	if (!first || refs.length > 1)
		throw new ParameterError(
			'What to read next is told of one topic, of one concept, or of papers.',
			'Give "of" once for a topic or a concept.'
		);
	const text = `MATCH (n:${labelOf[first.collection]} {id: $id}) RETURN coalesce(n.label, n.name) AS name`;
	const [place] = await store.read({ text, row: nameRow }, { id: first.id });
	if (place) return { ref: nodeRef(first.collection, first.id), name: place.name };
	const word = first.collection === 'topics' ? 'topic' : 'concept';
	throw new NotFoundError(`There is no ${word} "${first.id}".`, 'Look for it by the search.');
}

/**
 * The papers of a topic, of a concept or of a set that cover most of its concepts which no paper that is marked as read
 * mentions, one after the other, each with the concepts that it adds. A concept counts where two papers of the place
 * mention it. Throws NotFoundError, ParameterError.
 */
export async function unreadPapers(store: Store, of: readonly NodeRef[]): Promise<NextReading> {
	const place = await placeOf(store, of);
	const { collection, id } = splitRef(place?.ref ?? 'papers/');
	const given = { id, ids: place ? [] : of.map((ref) => splitRef(ref).id) };
	const { papers, wanted } = places[collection];
	const concepts = await store.read(
		{
			text: `MATCH ${wanted} WITH p, c WHERE c.id <> $id WITH c, count(DISTINCT p) AS inPapers WHERE inPapers > 1
RETURN c.id AS id, c.label AS label ORDER BY inPapers DESC, id LIMIT ${mostWanted}`,
			row: wantedRow
		},
		given
	);
	const rows = await store.read(
		{
			text: `MATCH ${papers} WITH DISTINCT p
RETURN ${paperSummary('p')} AS paper, p.id AS id, [(p)-[:MENTIONS]->(c:Concept) WHERE c.id IN $wanted | c.id] AS concepts
ORDER BY id`,
			row: candidateRow
		},
		{ ...given, wanted: concepts.map((concept) => concept.id) },
		{ seconds: 30 }
	);
	const read = new Set(
		(await libraryList(store, { state: 'read', q: '' })).flatMap(({ paper }) => paper ?? [])
	);
	const known = new Set(rows.filter((row) => read.has(row.id)).flatMap((row) => row.concepts));
	const candidates = rows
		.filter((row) => !read.has(row.id))
		.map((row) => ({ id: row.id, date: row.paper.date, concepts: row.concepts }));
	const byId = new Map(rows.map((row) => [row.id, row.paper]));
	const labels = new Map(concepts.map((concept) => [concept.id, concept.label]));
	return {
		of: place,
		papers: rows.length,
		read: rows.length - candidates.length,
		concepts: concepts.length,
		known: known.size,
		next: nextToRead(candidates, known, mostNext).flatMap(({ id: paper, adds }) => {
			const summary = byId.get(paper);
			const added = adds.map((concept) => ({
				ref: nodeRef('concepts', concept),
				label: labels.get(concept) ?? concept
			}));
			return summary ? [{ paper: summary, adds: added }] : [];
		})
	};
}
