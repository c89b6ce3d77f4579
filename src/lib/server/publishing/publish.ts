import { z } from 'zod';
import type { Outcome } from '#lib/domain/decision.ts';
import type { Graph, News } from '#lib/domain/graph.ts';
import { modelNumber } from '#lib/domain/graph-model.ts';
import type { Holdings } from '#lib/domain/history/holdings.ts';
import type { SourceFacts } from '#lib/domain/history/source-facts.ts';
import type { ProposedMerge } from '#lib/domain/proposed-merge.ts';
import { checkRoom, tidyingReserve } from './disk-room.ts';
import { differenceOf, storedHashes } from './difference.ts';
import { recordsOf } from './graph-records.ts';
import { publishFailure } from './publish-failure.ts';
import { ensureSchema } from './schema.ts';
import type { Store } from '#lib/server/store.ts';
import { removeNodes, writeDifference, type Write, type Writing } from './write-records.ts';

export interface IngestRecord {
	/** ISO text; the id of the generation. */
	startedAt: string;
	/** ISO text; the moment at which everything is written where it is not given. */
	finishedAt?: string;
	papers: number;
	rejected: number;
	sources: string[];
	version: string;
	/** Of how many papers the map was drawn that this generation goes on with. */
	drawn: number;
	/** What it brought and took away, for reports. */
	news: News;
	/** What became of people's decisions. */
	decided?: Outcome[];
	/** Merges that people may decide on. */
	proposed?: ProposedMerge[];
	/** What was read for it: names, hashes and counts. */
	readSources?: SourceFacts[];
	/** What it left, to compare later ones with. */
	holdings?: Holdings;
}

/** Files of an ingest that are told of one by one; a folder may have more. */
const mostSources = 1000;

export interface Published {
	/** Nodes that are new, that differ by themselves or by what leaves them, and that are gone. */
	created: number;
	changed: number;
	removed: number;
	/** Nodes and relationships that were written for it. */
	written: number;
}

interface PublishOptions {
	/** Nodes and relationships written so far, and all that will be. */
	onProgress?: (written: number, total: number) => void;
	/**
	 * A difference of more nodes and relationships than this goes in batches. A transaction of 700,000 takes
	 * the 2 GB heap of the local server; a third of that leaves room for the readers.
	 */
	largestTransaction?: number;
}

/** Batches of nodes that are written side by side: one transaction keeps one processor of the server busy. */
const batchesAtOnce = 2;

const unfinishedRow = z.object({ sources: z.array(z.string()).nullable() });

/** The sources of an ingest that was interrupted while it published in batches, or null. */
export async function unfinishedIngest(store: Store): Promise<string[] | null> {
	const [row] = await store.read({
		text: "MATCH (i:Ingest {status: 'publishing'}) RETURN i.sources AS sources ORDER BY i.id DESC LIMIT 1",
		row: unfinishedRow
	});
	return row ? (row.sources ?? []) : null;
}

/** Ids of a kind that an Ingest keeps: more of them nobody reads one by one, and their number is kept all the same. */
const mostNews = 5000;

/** What is new as properties of an Ingest: Neo4j holds no maps, so that pairs stand in two lists. */
function newsProperties({ papers, concepts, topics, merged, gone }: News): object {
	return {
		newPapers: papers.slice(0, mostNews),
		newPapersTotal: papers.length,
		newConcepts: concepts.slice(0, mostNews),
		newConceptsTotal: concepts.length,
		newTopics: topics,
		mergedFrom: merged.slice(0, mostNews).map(({ former }) => former),
		mergedInto: merged.slice(0, mostNews).map(({ now }) => now),
		mergedTotal: merged.length,
		gone: gone.slice(0, mostNews),
		goneTotal: gone.length
	};
}

/** Neo4j holds no maps: each as JSON. */
const asTexts = (values: readonly object[]) => values.map((value) => JSON.stringify(value));

function record(status: string, given: IngestRecord): [string, object] {
	const { news, decided = [], proposed = [], readSources = [], holdings, ...ingest } = given;
	const texts = {
		decided: asTexts(decided),
		proposed: asTexts(proposed),
		readSources: asTexts(readSources.slice(0, mostSources)),
		holdings: holdings ? JSON.stringify(holdings) : null
	};
	const finishedAt = given.finishedAt ?? new Date().toISOString();
	const seconds = (Date.parse(finishedAt) - Date.parse(given.startedAt)) / 1000;
	return [
		`MERGE (i:Ingest {id: $ingest.startedAt}) SET i += $ingest, i.status = '${status}'`,
		{ ingest: { ...ingest, model: modelNumber, finishedAt, seconds, ...newsProperties(news), ...texts } }
	];
}

/**
 * Takes away what a failed ingest wrote into an empty store, so that no part of a graph is taken for a graph. False
 * where that fails too: then the Ingest stays `publishing`, which the app shows and the next ingest completes.
 */
async function emptied(store: Store, ingest: IngestRecord): Promise<boolean> {
	try {
		await checkRoom(store, 0, tidyingReserve);
		const write: Write = (work) => store.write(work);
		await removeNodes(write, [...(await storedHashes(store)).keys()]);
		await write(async (transaction) => {
			await transaction.run('MATCH (i:Ingest {id: $id}) DELETE i', { id: ingest.startedAt });
			await transaction.run(interrupted);
		});
		return true;
	} catch {
		return false;
	}
}

const interrupted = "MATCH (i:Ingest {status: 'publishing'}) SET i.status = 'interrupted'";

/**
 * Brings the store from the generation it holds to `graph`. Only nodes whose content hash differs are written, and of the
 * relationships that leave them those that differ. A difference goes in one transaction, so that readers see one generation or
 * the other; into an empty store, or when it is too large for one, in batches under an Ingest whose status is
 * `publishing`, which the app shows and the next publish completes. What people made is never touched.
 * Throws DiskFullError and PublishFailedError, whose advice says what the store holds now: the old generation, or,
 * where it was empty, nothing.
 */
export async function publish(
	store: Store,
	graph: Graph,
	ingest: IngestRecord,
	options: PublishOptions = {}
): Promise<Published> {
	const { onProgress = () => undefined, largestTransaction = 250_000 } = options;
	await checkRoom(store);
	await ensureSchema(store);
	const difference = await differenceOf(store, recordsOf(graph));
	const { fresh, changed, gone, size, length, isFirst: isEmpty } = difference;
	await checkRoom(store, length);
	let left = 1;
	const tell = (done: number) => {
		left = 1 - done / Math.max(size, 1);
		onProgress(done, size);
	};
	const apply = async ({ write, atOnce }: Writing) => {
		const writeWithRoom: Write = async (work) => {
			// Others write on that disk too.
			await checkRoom(store, left * length);
			return write(work);
		};
		await writeDifference({ write: writeWithRoom, atOnce }, difference, tell);
		await removeNodes(writeWithRoom, gone);
		await writeWithRoom(async (transaction) => {
			await transaction.run(interrupted);
			await transaction.run(...record('done', ingest));
		});
	};
	const inBatches = isEmpty || size > largestTransaction;
	try {
		if (inBatches) {
			await store.write((transaction) => transaction.run(...record('publishing', ingest)));
			await apply({ write: (work) => store.write(work), atOnce: batchesAtOnce });
		} else {
			await store.write((transaction) => apply({ write: (work) => work(transaction), atOnce: 1 }));
		}
	} catch (error) {
		const isEmptyAgain = isEmpty && (await emptied(store, ingest));
		throw publishFailure(error, isEmptyAgain ? 'empty' : inBatches ? 'unfinished' : 'unchanged');
	}
	return { created: fresh.length, changed: changed.length, removed: gone.length, written: size };
}
