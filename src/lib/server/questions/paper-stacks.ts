import { z } from 'zod';
import { nodeRef, nodeRefSchema, splitRef, type NodeRef } from '#lib/domain/ids.ts';
import { paperStackSchema, type PaperStack } from '#lib/domain/map-picture.ts';
import type { View } from '#lib/domain/view.ts';
import { withinDates } from '#lib/domain/within-dates.ts';
import type { Store } from '#lib/server/store.ts';

/** A concept with more papers than this is a hub: its papers are gathered by topic, but for those of the topic entered. */
export const mostSinglePapers = 60;
const mostStacks = 20;
/** A stack of one paper says less than its line takes away: the panel tells how many lie elsewhere. */
const leastInStack = 2;

type Looked = Pick<View, 'scope' | 'from' | 'to'>;

function dates({ from, to }: Looked): string[] {
	return withinDates('p.date', 'p.date', { from: from && '$from', to: to && '$to' });
}

/** The topic that is entered, as its id; empty where none is. */
function enteredTopic({ scope }: Looked): string {
	if (scope === 'corpus') return '';
	const { collection, id } = splitRef(scope);
	return collection === 'topics' ? id : '';
}

const inEntered = 'EXISTS { (t)-[:PART_OF*0..1]->(:Topic {id: $topic}) }';

/** The papers of a hub by topic, most first, without those of the topic that is entered. */
export async function paperStacks(store: Store, hub: NodeRef, view: Looked): Promise<PaperStack[]> {
	const conditions = [`NOT ${inEntered}`, ...dates(view)];
	const rows = await store.read(
		{
			text: `MATCH (:Concept {id: $id})<-[:MENTIONS]-(p:Paper)-[:IN_TOPIC]->(t:Topic) WHERE ${conditions.join(' AND ')}
WITH t, count(*) AS papers WHERE papers >= ${leastInStack} WITH t, papers ORDER BY papers DESC, t.id LIMIT toInteger($most)
RETURN t.id AS id, t.name AS name, t.x AS x, t.y AS y, papers`,
			row: paperStackSchema.omit({ id: true, of: true }).extend({ id: z.string() })
		},
		{ id: splitRef(hub).id, topic: enteredTopic(view), from: view.from, to: view.to, most: mostStacks }
	);
	return rows.map(({ id, ...row }) => ({ ...row, id: nodeRef('topics', id), of: hub }));
}

/** The papers of a hub that lie in the topic that is entered: those that introduce it or speak most of it first. */
export async function hubPapers(store: Store, hub: NodeRef, view: Looked): Promise<NodeRef[]> {
	const topic = enteredTopic(view);
	if (topic === '') return [];
	const conditions = [inEntered, ...dates(view)];
	const rows = await store.read(
		{
			text: `MATCH (c:Concept {id: $id})<-[m:MENTIONS]-(p:Paper)-[:IN_TOPIC]->(t:Topic) WHERE ${conditions.join(' AND ')}
WITH DISTINCT p, m.weight + CASE WHEN EXISTS { (p)-[:INTRODUCES]->(c) } THEN 1 ELSE 0 END AS rank
RETURN 'papers/' + p.id AS ref ORDER BY rank DESC, p.id LIMIT toInteger($most)`,
			row: z.object({ ref: nodeRefSchema })
		},
		{ id: splitRef(hub).id, topic, from: view.from, to: view.to, most: mostSinglePapers }
	);
	return rows.map(({ ref }) => ref);
}
