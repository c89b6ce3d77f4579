import type { ConceptCorpus } from '#lib/domain/graph.ts';
import { compare } from '#lib/domain/order.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { collectAliases, type Aliases, type PaperDefinitions } from '#lib/concepts/identity/aliases.ts';
import { alwaysInside } from '#lib/concepts/identity/always-inside.ts';
import { assignSenses } from '#lib/concepts/identity/assign-senses.ts';
import { canonicalise, onlyParts } from '#lib/concepts/identity/canonicalise.ts';
import { openExtractionCache, type ExtractionCache } from '#lib/concepts/text/extraction-cache.ts';
import { namedForms } from '#lib/concepts/identity/find-places.ts';
import { mergeCounts, rowsByForm, withoutSingles } from '#lib/concepts/ranking/frequencies.ts';
import { mergePlaced } from '#lib/concepts/identity/place-concepts.ts';
import { mergeRanks, selectForms, type Breadth, type Choice } from '#lib/concepts/ranking/select-forms.ts';
import type { Shard } from './shard.ts';
import { withShards, type RemoteShard, type ShardMethod } from './shards.ts';
import { checkStyle, defaultStyle } from '#lib/concepts/ranking/styles.ts';

export interface ExtractOptions {
	/** The name of a style; `map` without it. An unknown one is a usage error. */
	style?: string | undefined;
	/** `map` without it: what an ingest stores. */
	breadth?: Breadth;
	/** Threads to use at most, this one included; 1 without it. */
	workers?: number;
	/** Papers that make one more thread worth its start; 1 without it. */
	perWorker?: number;
	/** The folder of the cache; without it nothing is remembered. */
	cache?: string | null;
	/** Is told in a sentence what does not go as usual and stops nothing: a cache that cannot be written. */
	tell?: (sentence: string) => void;
	onProgress?: (done: number, total: number) => void;
	/** Whether `Extracted.reasons` will be asked; it costs memory. */
	forReasons?: boolean;
}

/** The concepts of a corpus, and all that they were made of: enough to explain every one of them. */
export interface Extracted {
	corpus: ConceptCorpus;
	/** Sorted by the id of the paper. */
	definitions: PaperDefinitions[];
	aliases: Aliases;
	chosen: Map<string, Choice>;
	/** Asks every shard for the reasons of the best score that one of the forms has in any paper; see `forReasons`. */
	reasons(forms: ReadonlySet<string>): Promise<ReturnType<Shard['reasons']>[]>;
}

/** Papers that are given to a shard at once: enough that handing over costs nothing, few enough to show progress. */
const batchSize = 32;

/** How many times its part a shard may read at most. */
const fairness = 1.1;

/** Asks all shards the same. */
function ask<Method extends ShardMethod>(
	shards: RemoteShard[],
	method: Method,
	...given: Parameters<Shard[Method]>
): Promise<ReturnType<Shard[Method]>[]> {
	return Promise.all(shards.map((shard) => shard.call(method, ...given)));
}

/** Has the shards read all papers, each taking the next batch when it is done with one, and tells what they define. */
async function readAll(
	papers: Paper[],
	shards: RemoteShard[],
	cache: ExtractionCache | null,
	onProgress: ExtractOptions['onProgress']
): Promise<PaperDefinitions[]> {
	const known = (await cache?.known(papers)) ?? new Map<number, string>();
	const starts = Array.from(
		{ length: Math.ceil(papers.length / batchSize) },
		(_, at) => at * batchSize
	).values();
	const definitions: PaperDefinitions[] = [];
	onProgress?.(0, papers.length);
	// What a shard has read stays with it: none may take much more than its part while another is still starting.
	const most = Math.ceil((papers.length / batchSize / shards.length) * fairness);
	const work = async (shard: RemoteShard) => {
		for (let taken = 0; taken < most; taken += 1) {
			const start = starts.next().value;
			if (start === undefined) return;
			const batch = papers.slice(start, start + batchSize);
			const toRead = batch.map(({ id, title, abstract, keywords }) => ({ id, title, abstract, keywords }));
			const before = batch.flatMap((_, at): [number, string][] => {
				const packed = known.get(start + at);
				return packed === undefined ? [] : [[at, packed]];
			});
			const read = await shard.call('read', toRead, new Map(before), cache !== null);
			await cache?.keep(batch, read.packed);
			for (const each of read.definitions) definitions.push(each);
			onProgress?.(definitions.length, papers.length);
		}
	};
	await Promise.all(shards.map(work));
	return definitions.sort((a, b) => compare(a.paper, b.paper));
}

/** Finds the concepts of a corpus and hands them to `use` with what they were made of. The order of the papers does not matter. */
export async function withExtracted<Result>(
	papers: Paper[],
	options: ExtractOptions,
	use: (extracted: Extracted) => Promise<Result> | Result
): Promise<Result> {
	const style = checkStyle(options.style ?? defaultStyle);
	const breadth = options.breadth ?? 'map';
	const threads = Math.min(options.workers ?? 1, Math.floor(papers.length / (options.perWorker ?? 1)));
	const cache = options.cache ? await openExtractionCache(options.cache, options.tell) : null;
	return withShards(threads, async (shards) => {
		const definitions = await readAll(papers, shards, cache, options.onProgress);
		const counts = mergeCounts(await ask(shards, 'count'));
		const ranks = mergeRanks(
			await ask(shards, 'rank', withoutSingles(counts), style, breadth, options.forReasons === true)
		);
		const rowOf = rowsByForm(counts);
		const papersOf = (form: string) => counts.papers[rowOf(form)] ?? 0;
		const aliases = collectAliases(definitions, { forms: counts.forms, papersOf });
		const { resolve } = aliases;
		const chosen = selectForms({ counts, rowOf, ranks, definitions, resolve, breadth });
		const inside = await ask(shards, 'locate', namedForms(chosen, aliases, definitions, papersOf));
		// Where all that ranks high in any paper is wanted, a part of another name may be one.
		const parts = breadth === 'map' ? onlyParts(alwaysInside(inside), chosen) : new Set<string>();
		const own = new Map(definitions.map(({ paper }) => [paper, aliases.ownOf(paper)]));
		const placed = mergePlaced(await ask(shards, 'place', own, { parts, breadth }));
		if (breadth === 'map') assignSenses(placed, aliases.senses);
		return use({
			corpus: canonicalise(papers, placed, chosen, breadth),
			definitions,
			aliases,
			chosen,
			reasons: (forms) => ask(shards, 'reasons', forms, style)
		});
	});
}

/** Finds the concepts of a corpus, where they are mentioned, who introduces them, and what is broader. */
export function extractCorpus(papers: Paper[], options: ExtractOptions = {}): Promise<ConceptCorpus> {
	return withExtracted(papers, options, ({ corpus }) => corpus);
}
