import { z } from 'zod';
import { labelOf } from '#lib/domain/graph-model.ts';
import { changedTopics, fadingConcepts } from '#lib/domain/history/compare-holdings.ts';
import type { Holdings } from '#lib/domain/history/holdings.ts';
import {
	changePartNames,
	changeRowSchema,
	type ChangePart,
	type ChangeRow,
	type ChangesOfPart,
	type IngestChanges
} from '#lib/domain/history/ingest-changes.ts';
import { netNews, type NetNews } from '#lib/domain/history/net-news.ts';
import { collections, nodeRef, splitRef, type Collection, type NodeRef } from '#lib/domain/ids.ts';
import { compare } from '#lib/domain/order.ts';
import type { Store } from '#lib/server/store.ts';
import { pointsBetween } from './ingest-points.ts';
import { holdingsAt, stepsBetween } from './ingest-steps.ts';

const namedRow = changeRowSchema.pick({
	ref: true,
	name: true,
	isThere: true,
	kind: true,
	date: true,
	papers: true
});
type Named = z.infer<typeof namedRow>;

const orders: Record<Collection, string> = {
	papers: "coalesce(n.date, '') DESC, id",
	concepts: 'coalesce(n.papers, 0) DESC, id',
	topics: 'coalesce(n.papers, 0) DESC, id'
};

interface Range {
	skip: number;
	limit: number;
}

/** Nodes by their ids, as the graph of today calls them: newest papers first, and of the others those of most papers. */
async function namedOf(
	store: Store,
	collection: Collection,
	wanted: readonly string[],
	range?: Range
): Promise<Named[]> {
	if (wanted.length === 0) return [];
	const { skip, limit } = range ?? { skip: 0, limit: wanted.length };
	const text = `UNWIND $ids AS id OPTIONAL MATCH (n:${labelOf[collection]} {id: id})
WITH id, n ORDER BY ${orders[collection]} SKIP toInteger($skip) LIMIT toInteger($limit)
RETURN '${collection}/' + id AS ref, coalesce(n.label, n.title, n.name, id) AS name, n IS NOT NULL AS isThere,
	n.kind AS kind, n.date AS date, n.papers AS papers`;
	return store.read({ text, row: namedRow }, { ids: wanted, skip, limit });
}

const noCounts = { now: null, before: null, after: null, shareBefore: null, shareAfter: null };

async function namesOf(store: Store, wanted: readonly NodeRef[]): Promise<Map<NodeRef, Named>> {
	const names = new Map<NodeRef, Named>();
	for (const collection of collections) {
		const own = wanted.map(splitRef).filter((ref) => ref.collection === collection);
		for (const row of await namedOf(store, collection, [...new Set(own.map(({ id }) => id))]))
			names.set(row.ref, row);
	}
	return names;
}

/** What is to be told of a node beside its name. */
type Told = { ref: NodeRef } & Partial<
	Pick<ChangeRow, 'before' | 'after' | 'shareBefore' | 'shareAfter' | 'name'>
> & {
		into?: NodeRef;
	};

/** A page of rows whose order is known. */
async function rowsOf(store: Store, told: readonly Told[], { skip, limit }: Range): Promise<ChangeRow[]> {
	const page = told.slice(skip, skip + limit);
	const names = await namesOf(
		store,
		page.flatMap(({ ref, into }) => (into ? [ref, into] : [ref]))
	);
	const unknown = (ref: NodeRef): Named => ({
		...{ ref, name: splitRef(ref).id, isThere: false, kind: null, date: null, papers: null }
	});
	return page.map(({ into, name, ...counts }) => {
		const named = names.get(counts.ref) ?? unknown(counts.ref);
		const now = into ? { ref: into, name: names.get(into)?.name ?? splitRef(into).id } : null;
		const isNamed = named.isThere || name === undefined;
		return { ...named, ...noCounts, ...counts, now, name: isNamed ? named.name : name };
	});
}

/** All that is needed to tell any part. */
interface Between {
	net: NetNews;
	before: Holdings | null;
	after: Holdings | null;
}

type Listed = { refs: readonly Told[] } | { ids: readonly string[]; collection: Collection };

/** What a part lists; null where it is not known. */
function listOf(part: ChangePart, { net, before, after }: Between): Listed | null {
	switch (part) {
		case 'papers':
		case 'concepts':
		case 'topics':
			return { ids: net.born[part], collection: part };
		case 'merged': {
			const merged = net.merged.map(({ former, now }) => ({ ref: former, into: now }));
			return { refs: merged.sort((a, b) => compare(a.ref, b.ref)) };
		}
		case 'gone': {
			const names = new Map(before?.topics.map(({ id, name }) => [nodeRef('topics', id), name]));
			const gone = [...net.gone].sort(compare);
			return {
				refs: gone.map((ref) => ({ ref, ...(names.has(ref) ? { name: names.get(ref) ?? '' } : {}) }))
			};
		}
		case 'fading':
			return before && after
				? {
						refs: fadingConcepts(before, after, net.leads).map(({ id, ...counts }) => ({
							ref: nodeRef('concepts', id),
							...counts
						}))
					}
				: null;
		case 'grown':
		case 'shrunk':
			return before && after
				? {
						refs: changedTopics(before, after, net.leads)
							.filter((topic) => topic.after > topic.before === (part === 'grown'))
							.map(({ id, name, before: had, after: has }) => ({
								...{ ref: nodeRef('topics', id), name, before: had, after: has }
							}))
					}
				: null;
	}
}

async function partOf(
	store: Store,
	part: ChangePart,
	between: Between,
	range: Range
): Promise<ChangesOfPart> {
	const list = listOf(part, between);
	if (list === null) return { part, total: 0, unlisted: 0, isKnown: false, rows: [] };
	const unlisted = part in between.net.unlisted ? between.net.unlisted[part as keyof NetNews['unlisted']] : 0;
	const known = 'refs' in list ? list.refs.length : list.ids.length;
	const rows =
		'refs' in list
			? await rowsOf(store, list.refs, range)
			: (await namedOf(store, list.collection, list.ids, range)).map((row) => ({ ...row, ...noCounts }));
	return { part, total: known + unlisted, unlisted, isKnown: true, rows };
}

/**
 * What changed between the ends of two ingests: of each part, or of the one that is asked for, a page of `limit` rows. What
 * came and went again in between is not told. Rows are named as the graph of today names them. Throws NotFoundError,
 * ParameterError.
 */
export async function ingestChanges(
	store: Store,
	asked: { from: string; to: string; part: ChangePart | ''; page: number; limit: number }
): Promise<IngestChanges> {
	const { from, to } = await pointsBetween(store, asked);
	const [steps, before, after] = await Promise.all([
		stepsBetween(store, from, to),
		holdingsAt(store, from),
		holdingsAt(store, to)
	]);
	const between = { net: netNews(steps), before, after };
	const range = { skip: (asked.page - 1) * asked.limit, limit: asked.limit };
	const parts: ChangesOfPart[] = [];
	for (const part of asked.part === '' ? changePartNames : [asked.part])
		parts.push(await partOf(store, part, between, range));
	return { from, to, ingests: steps.length, parts };
}
