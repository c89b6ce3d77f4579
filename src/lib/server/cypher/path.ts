import { z } from 'zod';
import { conceptSummarySchema, paperSummarySchema, type PathAnswer } from '#lib/domain/answers.ts';
import { NotFoundError } from '#lib/domain/errors.ts';
import { splitRef, type NodeRef } from '#lib/domain/ids.ts';
import { labelOf } from '#lib/domain/graph-model.ts';
import type { Store } from '#lib/server/store.ts';
import { evidenceOf } from './evidence-rows.ts';
import { conceptSummary, paperSummary } from './summaries.ts';

/** Mentions to walk at most: four papers between two concepts. */
const longest = 8;
const shown = 3;

const hopRow = z.object({
	stations: z.array(z.union([conceptSummarySchema, paperSummarySchema])),
	hops: z.array(
		z.object({
			paper: paperSummarySchema,
			abstract: z.string(),
			starts: z.array(z.int()),
			ends: z.array(z.int())
		})
	)
});

const hopPaper = `{ref: 'papers/' + hop.paper.id, title: hop.paper.title, date: hop.paper.date,
	organization: hop.paper.organization, authorCount: hop.paper.authorCount}`;

/** Of ways that are as short, those over concepts that few papers mention say more. */
function question(from: string, to: string) {
	return {
		text: `MATCH (a:${from} {id: $from}), (b:${to} {id: $to})
MATCH way = allShortestPaths((a)-[:MENTIONS*..${longest}]-(b))
WITH way, reduce(sum = 0, n IN nodes(way) | sum + coalesce(n.papers, 0)) AS common,
	reduce(key = '', n IN nodes(way) | key + ' ' + n.id) AS key
ORDER BY common, key LIMIT ${shown}
WITH [n IN nodes(way) | CASE WHEN n:Paper THEN ${paperSummary('n')} ELSE ${conceptSummary('n')} END] AS stations,
	[r IN relationships(way) | {paper: startNode(r), starts: r.starts, ends: r.ends}] AS hops
RETURN stations, [hop IN hops | {paper: ${hopPaper}, abstract: hop.paper.abstract, starts: hop.starts, ends: hop.ends}] AS hops`,
		row: hopRow
	};
}

async function requireNode(store: Store, ref: NodeRef): Promise<void> {
	const { collection, id } = splitRef(ref);
	const [found] = await store.read(
		{
			text: `MATCH (n:${labelOf[collection]} {id: $id}) RETURN n.id AS id`,
			row: z.object({ id: z.string() })
		},
		{ id }
	);
	if (!found || collection === 'topics')
		throw new NotFoundError(`There is no concept or paper ${ref}.`, 'Choose one of the suggestions.');
}

/** The shortest ways over mentions between two concepts or papers, with the sentence of each hop. Throws NotFoundError. */
export async function shortestPaths(store: Store, from: NodeRef, to: NodeRef): Promise<PathAnswer> {
	await Promise.all([requireNode(store, from), requireNode(store, to)]);
	if (from === to) return { from, to, paths: [], searched: 0 };
	const [start, end] = [splitRef(from), splitRef(to)];
	const ways = await store.read(
		question(labelOf[start.collection], labelOf[end.collection]),
		{ from: start.id, to: end.id },
		{ seconds: 10 }
	);
	return {
		from,
		to,
		paths: ways.map(({ stations, hops }) => ({ stations, evidence: hops.map((hop) => evidenceOf(hop)) })),
		searched: longest
	};
}
