import { z } from 'zod';
import { paperSummarySchema } from '#lib/domain/answers.ts';
import { labelOf } from '#lib/domain/graph-model.ts';
import { NotFoundError } from '#lib/domain/errors.ts';
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

/** What is to be covered, and which papers may cover it: of a topic its concepts and papers, of a concept what its papers speak of. */
const places = {
	topics: {
		papers: '(:Topic {id: $id})<-[:PART_OF*0..1]-(:Topic)<-[:IN_TOPIC]-(p:Paper)',
		wanted: '(:Topic {id: $id})<-[:PART_OF*0..1]-(:Topic)<-[:IN_TOPIC]-(c:Concept)<-[:MENTIONS]-(p:Paper)'
	},
	concepts: {
		papers: '(:Concept {id: $id})<-[:MENTIONS]-(p:Paper)',
		wanted: '(:Concept {id: $id})<-[:MENTIONS]-(p:Paper)-[:MENTIONS]->(c:Concept)'
	}
} as const;

/**
 * The papers of a topic or of a concept that cover most of its concepts which no paper that is marked as read mentions,
 * one after the other, each with the concepts that it adds. A concept counts where two papers of the place mention it.
 * Throws NotFoundError.
 */
export async function unreadPapers(store: Store, of: NodeRef): Promise<NextReading> {
	const { collection, id } = splitRef(of);
	if (collection === 'papers')
		throw new NotFoundError('A paper holds no papers to read.', 'Give a topic or a concept.');
	const [place] = await store.read(
		{
			text: `MATCH (n:${labelOf[collection]} {id: $id}) RETURN coalesce(n.label, n.name) AS name`,
			row: nameRow
		},
		{ id }
	);
	if (!place)
		throw new NotFoundError(
			`There is no ${collection === 'topics' ? 'topic' : 'concept'} "${id}".`,
			'Look for it by the search.'
		);
	const { papers, wanted } = places[collection];
	const concepts = await store.read(
		{
			text: `MATCH ${wanted} WHERE c.id <> $id WITH c, count(DISTINCT p) AS inPapers WHERE inPapers > 1
RETURN c.id AS id, c.label AS label ORDER BY inPapers DESC, id LIMIT ${mostWanted}`,
			row: wantedRow
		},
		{ id }
	);
	const rows = await store.read(
		{
			text: `MATCH ${papers} WITH DISTINCT p
RETURN ${paperSummary('p')} AS paper, p.id AS id, [(p)-[:MENTIONS]->(c:Concept) WHERE c.id IN $wanted | c.id] AS concepts
ORDER BY id`,
			row: candidateRow
		},
		{ id, wanted: concepts.map((concept) => concept.id) },
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
		of: { ref: of, name: place.name },
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
