import { z } from 'zod';
import {
	listedConceptSchema,
	listedPaperSchema,
	type ListedConcept,
	type ListedPaper
} from '#lib/domain/answers.ts';
import type { Kind } from '#lib/domain/kind.ts';
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
	`($topic = '' OR EXISTS { (${node})-[:IN_TOPIC]->(:Topic)-[:PART_OF*0..1]->(:Topic {id: $topic}) })`;

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

async function page<Item>(
	store: Store,
	matched: string,
	returned: { text: string; row: z.ZodType<{ item: Item }> },
	parameters: { page: number }
): Promise<Page<Item>> {
	const given = { ...parameters, skip: (parameters.page - 1) * perPage, limit: perPage };
	const [[counted], items] = await Promise.all([
		store.read({ text: `${matched} RETURN count(*) AS total`, row: countRow }, given),
		store.read({ text: `${matched} ${returned.text}`, row: returned.row }, given)
	]);
	const total = counted?.total ?? 0;
	return {
		items: items.map(({ item }) => item),
		total,
		page: parameters.page,
		pages: Math.max(1, Math.ceil(total / perPage))
	};
}

/** One page (from 1, fifty a page) of the papers that fit; empty text means "any". */
export async function listPapers(store: Store, list: PaperList): Promise<Page<ListedPaper>> {
	const lucene = luceneOf(list.q);
	const start = lucene
		? "CALL db.index.fulltext.queryNodes('paper_text', $lucene) YIELD node AS p WITH p"
		: 'MATCH (p:Paper)';
	const matched = `${start} WHERE ${inTopic('p')}
	AND ($concept = '' OR EXISTS { (p)-[:MENTIONS]->(:Concept {id: $concept}) })
	AND ($from = '' OR coalesce(p.date, '') >= $from)
	AND ($to = '' OR (p.date IS NOT NULL AND substring(p.date, 0, size($to)) <= $to))`;
	const text = `WITH p ORDER BY ${paperOrder[list.sort]} SKIP toInteger($skip) LIMIT toInteger($limit)
RETURN ${paperSummary('p').replace(
		'{',
		`{topic: ${home('p')}, concepts: COUNT { (p)-[:MENTIONS]->() },
	introduces: [(p)-[:INTRODUCES]->(c) | ${conceptSummary('c')}], `
	)} AS item`;
	return page(store, matched, { text, row: z.object({ item: listedPaperSchema }) }, {
		...list,
		lucene
	} as PaperList);
}

/** One page (from 1, fifty a page) of the concepts that fit; empty text means "any". */
export async function listConcepts(store: Store, list: ConceptList): Promise<Page<ListedConcept>> {
	const lucene = luceneOf(list.q);
	const start = lucene
		? "CALL db.index.fulltext.queryNodes('concept_text', $lucene) YIELD node AS c WITH c"
		: 'MATCH (c:Concept)';
	const matched = `${start} WHERE ($kind = '' OR c.kind = $kind) AND ${inTopic('c')}`;
	const text = `WITH c ORDER BY ${conceptOrder[list.sort]} SKIP toInteger($skip) LIMIT toInteger($limit)
RETURN ${conceptSummary('c').replace('{', `{.aliases, .firstDate, .lastDate, topic: ${home('c')}, `)} AS item`;
	return page(store, matched, { text, row: z.object({ item: listedConceptSchema }) }, {
		...list,
		lucene
	} as ConceptList);
}
