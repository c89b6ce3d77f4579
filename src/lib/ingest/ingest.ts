import { basename } from 'node:path';
import { applyDecisions } from '#lib/concepts/curation/apply-decisions.ts';
import { proposeMerges } from '#lib/concepts/curation/propose-merges.ts';
import { extractCorpus, type ExtractOptions } from '#lib/concepts/extract.ts';
import type { Outcome } from '#lib/domain/decision.ts';
import { UsageError } from '#lib/domain/errors.ts';
import type { Graph, News } from '#lib/domain/graph.ts';
import { compare } from '#lib/domain/order.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { isAnotherCorpus } from '#lib/domain/outgrown.ts';
import { version } from '#lib/domain/version.ts';
import { buildGraph } from '#lib/graph/build-graph.ts';
import { holdingsOf } from '#lib/graph/holdings.ts';
import { newsOf } from '#lib/graph/news.ts';
import { bringToLibrary } from '#lib/server/people/library-entries.ts';
import type { ProposedMerge } from '#lib/domain/proposed-merge.ts';
import { readDecisions } from '#lib/server/people/decisions.ts';
import { withIngestLock } from '#lib/server/publishing/ingest-lock.ts';
import { publish, unfinishedIngest, type Published } from '#lib/server/publishing/publish.ts';
import { readStoredMap } from '#lib/server/publishing/stored-map.ts';
import { languagesOf, type PapersOfLanguage } from '#lib/concepts/languages.ts';
import { readPapersOfGraph } from '#lib/server/publishing/stored-papers.ts';
import { broughtBy, toldMarks } from './brought-papers.ts';
import { papersPerThread } from './constants/pace.ts';
import type { Store } from '#lib/server/store.ts';
import { withFollowedCites } from '#lib/sources/identity/own-citations.ts';
import { withoutSource } from '#lib/sources/identity/without-source.ts';
import { mergeDuplicates } from '#lib/sources/merge-duplicates.ts';
import { readPapers, type ReadPapers } from '#lib/sources/read-papers.ts';
import type { ReadOptions } from '#lib/sources/source-record.ts';

export interface IngestInput {
	/** Paths; `-` is standard input. None: the graph is made again of the papers that are there. */
	files: string[];
	/** How they are read: the year of dates that tell none, say. */
	reading?: ReadOptions;
	/** Forgets the papers that are there first, never what people made. */
	fresh?: boolean;
	/** Takes back what this source told: a file by its name without its folder. `files` may be empty then. */
	remove?: string | undefined;
	/** Marks what is read as to read, in the library of that name. */
	library?: string | undefined;
	/** Does everything but publish. */
	dryRun?: boolean;
	/** Divides into topics and places anew; without it what is new joins the map that is there. */
	redraw?: boolean;
}

/** What an ingest does to the world, and whom it tells. */
export interface IngestEffects {
	/** Opens the store for the length of `work`. */
	withStore: <Result>(work: (store: Store) => Promise<Result>) => Promise<Result>;
	/** Threads and cache of extraction. */
	extraction: Pick<ExtractOptions, 'workers' | 'perWorker' | 'cache' | 'tell'>;
	/** A step of the work, and how much of it is done. */
	onStep: (step: string, done?: number, total?: number) => void;
	/** Called once when everything has been read, before anything is written. */
	onRead: (read: ReadPapers) => void;
	/** A sentence for whoever started it. */
	tell: (sentence: string) => void;
}

export interface IngestReport {
	/** The id of the generation: when the ingest began, ISO text. */
	generation: string;
	read: ReadPapers;
	/** In which languages the papers are that were read. */
	languages: PapersOfLanguage[];
	graph: Graph;
	/** What it has that the generation before had not. */
	news: News;
	/** What became of every decision that people made about concepts. */
	decided: Outcome[];
	/** Null where nothing was published. */
	published: Published | null;
	/** Of how many papers the map was drawn. */
	drawn: number;
	/** How many papers were marked, and how many had a mark; null without a library. */
	library: { marked: number; known: number } | null;
}

interface AllPapers {
	papers: Paper[];
	/** Stored papers that turned out to be others: their ids, each with that of the paper that it is now. */
	merged: Map<string, string>;
}

const nothingRead: ReadPapers = {
	...{ papers: [], rejected: [], rejectedCount: 0, omitted: [], omittedCount: 0 },
	...{ marked: [], notes: [], duplicates: [], withoutAbstract: 0, sources: [] }
};

/** What is left without a source. Throws UsageError where nothing came from it, or nothing would be left. */
function kept(held: Paper[], source: string): Paper[] {
	const left = withoutSource(held, source);
	if (left.every((paper, at) => paper === held[at]) && left.length === held.length)
		throw new UsageError(
			`No paper of the graph came from ${source}.`,
			`Its sources are ${sourcesOf(held).slice(0, 20).join(', ') || 'none'}.`
		);
	if (left.length === 0)
		throw new UsageError(
			`All papers of the graph came from ${source}: nothing would be left.`,
			'npm run ingest -- FILE --fresh puts others in their place.'
		);
	return left;
}

function sourcesOf(papers: Paper[]): string[] {
	return [...new Set(papers.flatMap(({ source, otherSources = [] }) => [source, ...otherSources]))].sort(
		compare
	);
}

/** The papers that are stored and the new ones; a paper that is in both counts once, under the id that it has. */
async function allPapers(
	store: Store,
	read: ReadPapers,
	{ files, fresh = false, remove }: IngestInput,
	tell: IngestEffects['tell']
): Promise<AllPapers> {
	if (fresh) return { papers: read.papers, merged: new Map() };
	const unfinished = await unfinishedIngest(store);
	if (unfinished)
		tell(
			`The last ingest (${unfinished.join(', ')}) was interrupted while it published; this one completes it. ` +
				'Name its files again if they are not among these.'
		);
	const held = await readPapersOfGraph(store);
	if (files.length === 0 && held.length === 0)
		throw new UsageError('The graph holds no papers yet.', 'npm run ingest -- FILE… brings some.');
	const stored = remove === undefined ? held : kept(held, remove);
	const { papers: merged, duplicates, keptAs } = mergeDuplicates(read.papers, stored);
	const papers = withFollowedCites(merged, keptAs, read.papers);
	const ids = new Set<string>(stored.map(({ id }) => id));
	const ended = duplicates.filter(({ kept, droppedId }) => ids.has(droppedId) && kept !== droppedId);
	return { papers, merged: new Map(ended.map(({ kept, droppedId }) => [droppedId, kept])) };
}

interface Made {
	graph: Graph;
	news: News;
	decided: Outcome[];
	proposed: ProposedMerge[];
	drawn: number;
}

/** The graph of some papers, on the map that the store holds where there is one and it shall not be drawn anew. */
async function makeGraph(
	store: Store,
	{ papers, merged }: AllPapers,
	{ fresh = false, redraw = false }: IngestInput,
	{ extraction, onStep }: IngestEffects
): Promise<Made> {
	const found = await extractCorpus(papers, {
		...extraction,
		onProgress: (done, total) => {
			onStep('concepts', done, total);
		}
	});
	const { decisions, unread } = await readDecisions(store);
	const { corpus, outcomes } = applyDecisions(found, decisions, papers);
	// What is forgotten leaves its ids: a link to a concept or topic that comes again shall find it.
	const stored = await readStoredMap(store);
	const isDrawn =
		fresh ||
		redraw ||
		stored === null ||
		stored.topics.length === 0 ||
		isAnotherCorpus(papers.length, stored.drawn);
	const graph = await buildGraph(papers, corpus, {
		threads: extraction.workers ?? 1,
		perThread: papersPerThread,
		kept: stored ?? undefined,
		redraw: isDrawn,
		mergedPapers: merged,
		onStep: (name, share) => {
			onStep(name, Math.round(share * 100), 100);
		}
	});
	return {
		graph,
		news: newsOf(graph, stored),
		decided: outcomes.concat(unread),
		proposed: proposeMerges(graph, decisions),
		drawn: isDrawn ? papers.length : stored.drawn
	};
}

/**
 * Reads papers, finds their concepts, makes one generation of the graph of all papers, those that are stored and the new
 * ones, and publishes it. Throws what reading, extraction and publishing throw; the store holds the old generation then.
 */
export async function ingest(input: IngestInput, effects: IngestEffects): Promise<IngestReport> {
	const generation = new Date().toISOString();
	effects.onStep('reading');
	const read = input.files.length > 0 ? await readPapers(input.files, input.reading) : nothingRead;
	effects.onRead(read);
	return effects.withStore((store) =>
		withIngestLock(
			store,
			async () => {
				const all = await allPapers(store, read, input, effects.tell);
				const { graph, news, decided, proposed, drawn } = await makeGraph(store, all, input, effects);
				const record = {
					startedAt: generation,
					papers: graph.papers.length,
					rejected: read.rejectedCount,
					sources: input.files,
					version,
					drawn,
					news,
					decided,
					proposed,
					readSources: read.sources,
					holdings: holdingsOf(graph)
				};
				const published =
					input.dryRun === true
						? null
						: await publish(store, graph, record, {
								onProgress: (written, total) => {
									effects.onStep('publishing', written, total);
								}
							});
				const library =
					input.library === undefined || published === null
						? null
						: await bringToLibrary(
								store,
								broughtBy(read.papers, graph.papers),
								input.library,
								toldMarks(read.marked, graph.papers)
							);
				const languages = languagesOf(read.papers);
				return { generation, library, read, languages, graph, news, decided, published, drawn };
			},
			input.files.map((file) => basename(file)).join(', ')
		)
	);
}
