import { z } from 'zod';
import { NotFoundError } from '#lib/domain/errors.ts';
import { nodeRefSchema, splitRef, type NodeRef } from '#lib/domain/ids.ts';
import type { MapScope } from '#lib/domain/map-picture.ts';
import { withinDates } from '#lib/domain/within-dates.ts';
import type { View } from '#lib/domain/view.ts';
import type { Store } from '#lib/server/store.ts';
import { neighboursOf } from './neighbours.ts';

export type PictureFilter = Pick<View, 'without' | 'from' | 'to'>;

/** What a scope holds and what of it is drawn, the strongest first. */
export interface Chosen {
	refs: NodeRef[];
	concepts: number;
	papers: number;
	by: string;
	/** Co-occurrence is drawn among all concepts: there are no papers to tie them. */
	tied: boolean;
}

/** Up to here the overview draws every paper; above it shows concepts alone, a share for each large topic. */
const smallCorpus = 120;
/** A topic with more papers is entered as the corpus is: by its concepts. */
const smallTopic = 900;

/** What the filter leaves of concepts `c`, as a condition of Cypher. */
export function conceptFilter({ from, to }: PictureFilter): string {
	const dates = withinDates('c.firstDate', 'c.lastDate', { from: from && '$from', to: to && '$to' });
	return ['NOT c.kind IN $without', ...dates].join(' AND ');
}

/** The same of papers `p`. */
export function paperFilter({ from, to }: PictureFilter): string {
	const dates = withinDates('p.date', 'p.date', { from: from && '$from', to: to && '$to' });
	return ["NOT 'paper' IN $without", ...dates].join(' AND ');
}

const inScope = {
	corpus: '',
	topic: 'MATCH (:Topic {id: $id})<-[:PART_OF*0..1]-(s:Topic)<-[:IN_TOPIC]-'
};
export type MemberScope = keyof typeof inScope;
const refRow = z.object({ ref: nodeRefSchema });
const countRow = z.object({ total: z.int() });

/** Matches the concepts or papers of a scope; a topic's id is `$id`. */
export function members(scope: MemberScope, node: 'c:Concept' | 'p:Paper'): string {
	return scope === 'corpus' ? `MATCH (${node})` : `${inScope.topic}(${node})`;
}

async function count(store: Store, text: string, parameters: object): Promise<number> {
	const [row] = await store.read({ text, row: countRow }, { ...parameters });
	return row?.total ?? 0;
}

/** A share for each part by the square root of its papers, three at least: no part of the map is left empty. */
function sharedConcepts(filter: PictureFilter) {
	return {
		text: `MATCH (t:Topic) WHERE t.level = $level AND ($id = '' OR EXISTS { (t)-[:PART_OF]->(:Topic {id: $id}) })
WITH collect(t) AS parts, sum(sqrt(t.papers)) AS all UNWIND parts AS part
WITH part, toInteger(round($most * sqrt(part.papers) / all)) AS share
CALL (part, share) {
	MATCH (part)<-[:PART_OF*0..1]-(:Topic)<-[:IN_TOPIC]-(c:Concept) WHERE ${conceptFilter(filter)}
	WITH c, share ORDER BY c.papers DESC, c.id LIMIT toInteger($most)
	WITH collect(c) AS best, share RETURN best[..CASE WHEN share < 3 THEN 3 ELSE share END] AS chosen
}
UNWIND chosen AS c
RETURN 'concepts/' + c.id AS ref ORDER BY c.papers DESC, c.id`,
		row: refRow
	};
}

/** The strongest concepts; one that a paper introduces counts a little more. */
function strongestConcepts(scope: MemberScope, filter: PictureFilter) {
	return {
		text: `${members(scope, 'c:Concept')} WHERE ${conceptFilter(filter)}
WITH c, c.papers + CASE WHEN EXISTS { (c)<-[:INTRODUCES]-() } THEN .6 ELSE 0 END AS rank
RETURN 'concepts/' + c.id AS ref ORDER BY rank DESC, c.id LIMIT toInteger($most)`,
		row: refRow
	};
}

/** The papers that speak most of the drawn concepts, those that introduce something first. */
function papersOf(scope: MemberScope, filter: PictureFilter) {
	return {
		text: `${members(scope, 'p:Paper')} WHERE ${paperFilter(filter)}
WITH p, COUNT { (p)-[:INTRODUCES]->() } AS introduces, COUNT { (p)-[:MENTIONS]->() } AS mentions
RETURN 'papers/' + p.id AS ref ORDER BY introduces > 0 DESC, mentions DESC, p.id LIMIT toInteger($most)`,
		row: refRow
	};
}

async function chooseMembers(store: Store, id: string | null, filter: PictureFilter): Promise<Chosen> {
	const scope = id === null ? 'corpus' : 'topic';
	const given = { ...filter, without: [...filter.without], id: id ?? '' };
	const [concepts, papers] = await Promise.all([
		count(
			store,
			`${members(scope, 'c:Concept')} WHERE ${conceptFilter(filter)} RETURN count(*) AS total`,
			given
		),
		count(store, `${members(scope, 'p:Paper')} WHERE ${paperFilter(filter)} RETURN count(*) AS total`, given)
	]);
	const ask = async (question: ReturnType<typeof sharedConcepts>, parameters: object) =>
		(await store.read(question, { ...given, ...parameters })).map(({ ref }) => ref);
	if (papers > (id === null ? smallCorpus : smallTopic)) {
		const level = id === null ? 1 : 2;
		const shared = await ask(sharedConcepts(filter), { level, most: id === null ? 105 : 133 });
		if (shared.length > 0)
			return { refs: shared, concepts, papers, by: 'number of papers', tied: id !== null };
	}
	const most = id === null ? [108, smallCorpus] : [100, 80];
	const [drawnConcepts, drawnPapers] = await Promise.all([
		ask(strongestConcepts(scope, filter), { most: most[0] }),
		ask(papersOf(scope, filter), { most: most[1] })
	]);
	return { refs: [...drawnConcepts, ...drawnPapers], concepts, papers, by: 'number of papers', tied: false };
}

/** Which concepts and papers a scope shows. Throws NotFoundError for a node that is not there. */
export async function chooseNodes(store: Store, scope: MapScope, filter: PictureFilter): Promise<Chosen> {
	if (scope === 'corpus') return chooseMembers(store, null, filter);
	const { collection, id } = splitRef(scope);
	if (collection === 'topics') {
		const chosen = await chooseMembers(store, id, filter);
		if (
			chosen.refs.length === 0 &&
			(await count(store, 'MATCH (:Topic {id: $id}) RETURN count(*) AS total', { id })) === 0
		)
			throw new NotFoundError(
				`There is no topic "${id}".`,
				'Look for it in the list of topics beside the map.'
			);
		return chosen;
	}
	const near = await neighboursOf(store, scope);
	return { ...near, refs: [scope, ...near.refs], tied: false };
}
