import { UsageError } from '#lib/domain/errors.ts';
import { hasOutgrown } from '#lib/domain/outgrown.ts';
import { ingest, type IngestReport } from '#lib/ingest/ingest.ts';
import { runCommand } from './command.ts';
import { usualExtraction } from './extract-options.ts';
import { languageLines } from './language-lines.ts';
import { openProgress } from './progress.ts';
import { readReading, reportRead, sourceOptions } from './source-options.ts';
import { graphOption, withStore } from './store-options.ts';

function sentence({ graph, read, news, published }: IngestReport): string {
	const count = (n: number, word: string) => `${n.toLocaleString('en')} ${word}${n === 1 ? '' : 's'}`;
	const holds = `${count(graph.papers.length, 'paper')}, ${count(graph.concepts.length, 'concept')}, ${count(graph.topics.length, 'topic')}`;
	const rest = [
		`${count(read.rejectedCount, 'record')} rejected`,
		`${count(read.duplicates.length, 'duplicate')} merged`,
		`${count(read.omittedCount, 'field')} left out`
	].join(', ');
	const facts = [
		`${count(news.papers.length, 'paper')} and ${count(news.concepts.length, 'concept')} new`,
		...(news.merged.length > 0 ? [`${news.merged.length.toLocaleString('en')} merged into others`] : []),
		...(news.gone.length > 0 ? [`${news.gone.length.toLocaleString('en')} gone`] : [])
	].join(', ');
	const change = published
		? `${facts}; ${count(published.written, 'record')} written`
		: `${facts}; nothing was published (--dry-run)`;
	return `The graph ${published ? 'holds' : 'would hold'} ${holds}. ${change}; ${rest}.`;
}

function asJson({ generation, graph, read, languages, news, published, drawn }: IngestReport): string {
	const counts = {
		papers: graph.papers.length,
		concepts: graph.concepts.length,
		topics: graph.topics.length,
		mentions: graph.mentions.length
	};
	const { rejected, rejectedCount, omitted, omittedCount, notes, duplicates, withoutAbstract } = read;
	const unread = { rejected, rejectedCount, omitted, omittedCount, notes, duplicates, withoutAbstract };
	return JSON.stringify({ generation, ...counts, drawn, published, news, languages, ...unread });
}

await runCommand(
	{
		name: 'ingest',
		usage:
			'npm run ingest -- FILE… [--graph URL] [--fresh] [--redraw] [--dry-run] [--json] [--year YEAR] [--columns FIELD=NAME,…]',
		description:
			'Reads papers, finds their concepts and publishes the graph. Adds to the papers that are there already: topics and places stay, and what is new joins them.',
		options: {
			...graphOption,
			fresh: { type: 'boolean', description: 'forget the papers that are there (never what people made)' },
			redraw: {
				type: 'boolean',
				description: 'divide into topics and place anew; topics that go on keep their ids'
			},
			'dry-run': { type: 'boolean', description: 'do everything but publish' },
			json: { type: 'boolean', description: 'print the report as JSON' },
			...sourceOptions
		},
		examples: [
			'npm run ingest -- static/sample-papers.jsonl',
			'npm run ingest -- daily-papers.txt more.jsonl --fresh',
			'npm run ingest -- library.bib scopus.csv pubmed.nbib exports.zip folder/',
			'curl -s https://example.org/papers.jsonl.gz | npm run ingest -- -',
			'npm run --silent ingest -- papers.jsonl --dry-run --json'
		]
	},
	async (given) => {
		const files = given.positionals;
		if (files.length === 0) throw new UsageError('No file was named.', 'npm run ingest -- FILE…');
		const isJson = given.values['json'] === true;
		const progress = openProgress();
		const report = await ingest(
			{
				files,
				reading: readReading(given),
				fresh: given.values['fresh'] === true,
				dryRun: given.values['dry-run'] === true,
				redraw: given.values['redraw'] === true
			},
			{
				withStore: (work) => withStore(given, work, { forMuch: true }),
				extraction: usualExtraction,
				onStep: (step, done, total) => {
					progress.step(step, done, total);
				},
				onRead: (read) => {
					reportRead(read, isJson ? '' : ' (--json lists them)');
				},
				tell: (line) => {
					console.error(line);
				}
			}
		);
		progress.end();
		console.log(isJson ? asJson(report) : sentence(report));
		if (!isJson) for (const line of languageLines(report.languages)) console.error(line);
		if (hasOutgrown(report.graph.papers.length, report.drawn))
			console.error(
				`The map was drawn of ${report.drawn.toLocaleString('en')} papers, and the corpus has grown by more than a quarter since: --redraw divides and places it anew.`
			);
	}
);
