import { extractCorpus } from '#lib/concepts/extract.ts';
import { UsageError } from '#lib/domain/errors.ts';
import type { Graph } from '#lib/domain/graph.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { version } from '#lib/domain/version.ts';
import { buildGraph } from '#lib/graph/build-graph.ts';
import { withIngestLock } from '#lib/server/publishing/ingest-lock.ts';
import { publish, unfinishedIngest, type Published } from '#lib/server/publishing/publish.ts';
import type { Store } from '#lib/server/store.ts';
import { readPapersOfGraph, readPositions } from '#lib/server/publishing/stored-papers.ts';
import { mergeDuplicates } from '#lib/sources/merge-duplicates.ts';
import { readPapers, type ReadPapers } from '#lib/sources/read-papers.ts';
import { runCommand } from './command.ts';
import { usualExtraction } from './extract-options.ts';
import { openProgress, type Progress } from './progress.ts';
import { readYear, reportUnread, yearOption } from './source-options.ts';
import { graphOption, withStore } from './store-options.ts';

interface Choices {
	fresh: boolean;
	dryRun: boolean;
	startedAt: string;
}

/** The papers that are stored and the new ones; a paper that is in both counts once, the fuller record wins. */
async function allPapers(store: Store, read: ReadPapers, fresh: boolean): Promise<Paper[]> {
	if (fresh) return read.papers;
	const unfinished = await unfinishedIngest(store);
	if (unfinished) {
		console.error(
			`The last ingest (${unfinished.join(', ')}) was interrupted while it published; this one completes it. ` +
				'Name its files again if they are not among these.'
		);
	}
	return mergeDuplicates(read.papers.concat(await readPapersOfGraph(store))).papers;
}

async function makeGraph(store: Store, papers: Paper[], fresh: boolean, progress: Progress): Promise<Graph> {
	const corpus = await extractCorpus(papers, {
		...usualExtraction,
		onProgress: (done, total) => {
			progress.step('concepts', done, total);
		}
	});
	const previous = fresh ? new Map<never, never>() : await readPositions(store);
	return buildGraph(papers, corpus, {
		previous,
		onStep: (name, share) => {
			progress.step(name, Math.round(share * 100), 100);
		}
	});
}

function sentence(graph: Graph, read: ReadPapers, published: Published | null): string {
	const count = (n: number, word: string) => `${n.toLocaleString('en')} ${word}${n === 1 ? '' : 's'}`;
	const holds = `${count(graph.papers.length, 'paper')}, ${count(graph.concepts.length, 'concept')}, ${count(graph.topics.length, 'topic')}`;
	const rest = [
		`${count(read.rejectedCount, 'record')} rejected`,
		`${count(read.duplicates.length, 'duplicate')} merged`,
		`${count(read.omittedCount, 'field')} left out`
	].join(', ');
	const change = published
		? `${count(published.created, 'node')} new, ${published.changed.toLocaleString('en')} changed, ${published.removed.toLocaleString('en')} removed`
		: 'nothing was published (--dry-run)';
	return `The graph ${published ? 'holds' : 'would hold'} ${holds}. ${change}; ${rest}.`;
}

async function ingest(store: Store, files: string[], read: ReadPapers, choices: Choices, progress: Progress) {
	const papers = await allPapers(store, read, choices.fresh);
	const graph = await makeGraph(store, papers, choices.fresh, progress);
	const record = {
		startedAt: choices.startedAt,
		finishedAt: new Date().toISOString(),
		papers: graph.papers.length,
		rejected: read.rejectedCount,
		sources: files,
		version
	};
	const published = choices.dryRun
		? null
		: await publish(store, graph, record, {
				onProgress: (written, total) => {
					progress.step('publishing', written, total);
				}
			});
	progress.end();
	return { graph, published };
}

await runCommand(
	{
		name: 'ingest',
		usage: 'npm run ingest -- FILE… [--graph URL] [--fresh] [--dry-run] [--json] [--year YEAR]',
		description:
			'Reads papers, finds their concepts and publishes the graph. Adds to the papers that are there already.',
		options: {
			...graphOption,
			fresh: { type: 'boolean', description: 'forget the papers that are there (never what people made)' },
			'dry-run': { type: 'boolean', description: 'do everything but publish' },
			json: { type: 'boolean', description: 'print the report as JSON' },
			...yearOption
		},
		examples: [
			'npm run ingest -- static/sample-papers.jsonl',
			'npm run ingest -- daily-papers.txt more.jsonl --fresh',
			'curl -s https://example.org/papers.jsonl.gz | npm run ingest -- -',
			'npm run --silent ingest -- papers.jsonl --dry-run --json'
		]
	},
	async (given) => {
		const files = given.positionals;
		if (files.length === 0) throw new UsageError('No file was named.', 'npm run ingest -- FILE…');
		const choices = {
			fresh: given.values['fresh'] === true,
			dryRun: given.values['dry-run'] === true,
			startedAt: new Date().toISOString()
		};
		const progress = openProgress();
		progress.step('reading');
		const read = await readPapers(files, readYear(given));
		reportUnread(read, given.values['json'] === true ? '' : ' (--json lists them)');
		await withStore(given, (store) =>
			withIngestLock(store, async () => {
				const { graph, published } = await ingest(store, files, read, choices, progress);
				if (given.values['json'] !== true) {
					console.log(sentence(graph, read, published));
					return;
				}
				const counts = {
					papers: graph.papers.length,
					concepts: graph.concepts.length,
					topics: graph.topics.length,
					mentions: graph.mentions.length
				};
				const { rejected, rejectedCount, omitted, omittedCount, duplicates } = read;
				const unread = { rejected, rejectedCount, omitted, omittedCount, duplicates };
				console.log(JSON.stringify({ generation: choices.startedAt, ...counts, published, ...unread }));
			})
		);
	}
);
