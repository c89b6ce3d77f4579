import { z } from 'zod';
import {
	listedConceptSchema,
	listedPaperSchema,
	type ListedConcept,
	type ListedPaper
} from '#lib/domain/answers.ts';
import { withinDates } from '#lib/domain/within-dates.ts';
import type { Kind } from '#lib/domain/kind.ts';
import { spellingOf } from '#lib/domain/written-forms.ts';
import type { Store } from '#lib/server/store.ts';
import { luceneOf } from './search.ts';
import { conceptSummary, paperSummary } from './summaries.ts';

export interface Page<Item> {
	items: Item[];
	total: number;
	page: number;
	pages: number;
}

export interface PaperList {
	q: string;
	topic: string;
	concept: string;
	/** Papers of what is narrower than the concept, too. */
	narrower: boolean;
	from: string;
	to: string;
	sort: 'date' | 'title' | 'concepts';
	page: number;
}

export interface ConceptList {
	q: string;
	kind: Kind | '';
	topic: string;
	sort: 'papers' | 'name' | 'date';
	page: number;
}

const perPage = 50;
const home = (node: string) => `head([(${node})-[:IN_TOPIC]->(t) | {ref: 'topics/' + t.id, name: t.name}])`;
const inTopic = (node: string) =>
	`EXISTS { (${node})-[:IN_TOPIC]->(:Topic)-[:PART_OF*0..1]->(:Topic {id: $topic}) }`;

const paperOrder = {
	date: "coalesce(p.date, '') DESC, p.id",
	title: 'toLower(p.title), p.id',
	concepts: 'COUNT { (p)-[:MENTIONS]->() } DESC, p.id'
};
const conceptOrder = {
	papers: 'c.papers DESC, c.id',
	name: 'c.search, c.id',
	date: "coalesce(c.firstDate, '') DESC, c.id"
};

const countRow = z.object({ total: z.int() });

/** A question for a list, in the parts of its text. */
interface Listing<Item> {
	/** Binds the node that is listed, once each. */
	start: string;
	/** All of them must hold. */
	conditions: string[];
	node: 'p' | 'c';
	order: string;
	returned: string;
	row: z.ZodType<{ item: Item }>;
}

async function page<Item>(
	store: Store,
	{ start, conditions, node, order, returned, row }: Listing<Item>,
	parameters: { page: number }
): Promise<Page<Item>> {
	const matched = [
		`${start} WITH DISTINCT ${node}`,
		...(conditions.length > 0 ? [conditions.join(' AND ')] : [])
	].join(' WHERE ');
	const given = { ...parameters, skip: (parameters.page - 1) * perPage, limit: perPage };
	const one = `WITH ${node} ORDER BY ${order} SKIP toInteger($skip) LIMIT toInteger($limit) RETURN ${returned} AS item`;
	const [[counted], items] = await Promise.all([
		store.read({ text: `${matched} RETURN count(*) AS total`, row: countRow }, given),
		store.read({ text: `${matched} ${one}`, row }, given)
	]);
	const total = counted?.total ?? 0;
	return {
		items: items.map(({ item }) => item),
		total,
		page: parameters.page,
		pages: Math.max(1, Math.ceil(total / perPage))
	};
}

/** Papers that mention a concept, and with `narrower` those that mention what is narrower. */
const speaking = (narrower: boolean) =>
	narrower
		? '(p:Paper)-[:MENTIONS]->(:Concept)-[:BROADER*0..]->(:Concept {id: $concept})'
		: '(p:Paper)-[:MENTIONS]->(:Concept {id: $concept})';

/** One page (from 1, fifty a page) of the papers that fit; empty text means "any". */
export async function listPapers(store: Store, list: PaperList): Promise<Page<ListedPaper>> {
	const lucene = luceneOf(list.q);
	const byConcept = list.concept !== '';
	const start = lucene
		? "CALL db.index.fulltext.queryNodes('paper_text', $lucene) YIELD node AS p"
		: `MATCH ${byConcept ? speaking(list.narrower) : '(p:Paper)'}`;
	const bound = (date: string, expression: string) => (date === '' ? null : expression);
	const conditions = [
		...(list.topic === '' ? [] : [inTopic('p')]),
		...(lucene && byConcept ? [`EXISTS { ${speaking(list.narrower)} }`] : []),
		...withinDates('p.date', 'p.date', { from: bound(list.from, '$from'), to: bound(list.to, '$to') })
	];
	const returned = paperSummary('p', [
		`topic: ${home('p')}`,
		'concepts: COUNT { (p)-[:MENTIONS]->() }',
		`introduces: [(p)-[:INTRODUCES]->(c) | ${conceptSummary('c')}]`
	]);
	return page(
		store,
		{
			start,
			conditions,
			node: 'p',
			order: paperOrder[list.sort],
			returned,
			row: z.object({ item: listedPaperSchema })
		},
		{ ...list, lucene } as PaperList
	);
}

/** One page (from 1, fifty a page) of the concepts that fit; empty text means "any". */
export async function listConcepts(store: Store, list: ConceptList): Promise<Page<ListedConcept>> {
	const lucene = luceneOf(list.q);
	const start = lucene
		? `CALL { CALL db.index.fulltext.queryNodes('concept_text', $lucene) YIELD node AS c RETURN c
UNION MATCH (c:Concept) WHERE c.spelling STARTS WITH $spelling RETURN c }`
		: 'MATCH (c:Concept)';
	const conditions = [
		...(list.kind === '' ? [] : ['c.kind = $kind']),
		...(list.topic === '' ? [] : [inTopic('c')])
	];
	const returned = conceptSummary('c', ['.aliases', '.firstDate', '.lastDate', `topic: ${home('c')}`]);
	return page(
		store,
		{
			start,
			conditions,
			node: 'c',
			order: conceptOrder[list.sort],
			returned,
			row: z.object({ item: listedConceptSchema })
		},
		// A possessive alone is spelt by nothing, with which every name begins.
		{ ...list, lucene, spelling: spellingOf(list.q.trim()) || null } as ConceptList
	);
}
