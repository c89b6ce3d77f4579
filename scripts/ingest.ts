import { setFlagsFromString } from 'node:v8';
import { ThroughlineError, UsageError } from '#lib/domain/errors.ts';
import type { IngestEvent } from '#lib/domain/ingest-job.ts';
import { counted } from '#lib/domain/counted.ts';
import { libraryNameSchema } from '#lib/domain/library-entry.ts';
import { hasOutgrown } from '#lib/domain/outgrown.ts';
import { estimateIngest } from '#lib/ingest/estimate.ts';
import { ingest, type IngestEffects, type IngestInput } from '#lib/ingest/ingest.ts';
import { runCommand, type CommandArguments } from './command.ts';
import { usualExtraction } from './extract-options.ts';
import { decisionLines, estimateSentence, reportObject, reportSentence } from './ingest-report.ts';
import { languageLines } from './language-lines.ts';
import { netHelp, readNet } from './net-options.ts';
import { eventProgress, openProgress, printEvent, type Progress } from './progress.ts';
import { readReading, reportRead, sourceOptions } from './source-options.ts';
import { graphOption, withStore } from './store-options.ts';

interface Asked {
	given: CommandArguments;
	input: IngestInput;
	effects: IngestEffects;
	progress: Progress;
	/** Called when what was fetched is in the graph. */
	done: () => Promise<void>;
}

/** Tells what would come, and writes nothing. */
async function estimate({ given, input, effects, progress }: Asked): Promise<void> {
	const estimated = await estimateIngest(input, effects);
	progress.end();
	if (given.values['events'] === true) printEvent({ event: 'estimate', estimate: estimated });
	else console.log(given.values['json'] === true ? JSON.stringify(estimated) : estimateSentence(estimated));
}

async function run({ given, input, effects, progress, done }: Asked): Promise<void> {
	const report = await ingest(input, effects);
	if (report.published) await done();
	progress.end();
	if (given.values['events'] === true)
		printEvent({ event: 'report', report: reportObject(report) } as IngestEvent);
	else
		console.log(
			given.values['json'] === true ? JSON.stringify(reportObject(report)) : reportSentence(report)
		);
	if (given.values['json'] !== true)
		for (const line of [...languageLines(report.languages), ...decisionLines(report.decided)])
			effects.tell(line);
	if (report.library)
		effects.tell(
			`The library has ${counted(report.library.marked, 'more paper')}, to read where the files tell no mark; ${report.library.known.toLocaleString('en')} of the files were in it.`
		);
	if (hasOutgrown(report.graph.papers.length, report.drawn))
		effects.tell(
			`The map was drawn of ${report.drawn.toLocaleString('en')} papers, and the corpus has grown by more than a quarter since: --redraw divides and places it anew.`
		);
}

// The heap of every thread may grow by two fifths of what lives in it before what does not is cleared away. Left alone it
// takes more where the machine has it: 8.5 instead of 6.8 GB for 100,000 papers, and no less time. A quarter was no less
// memory again (measured).
setFlagsFromString('--heap-growing-percent=40');

await runCommand(
	{
		name: 'ingest',
		usage:
			'npm run ingest -- FILE|ADDRESS… [--graph URL] [--fresh] [--remove SOURCE] [--library NAME] [--redraw] [--again] [--dry-run] [--estimate] [--json] [--events] [--year YEAR] [--columns FIELD=NAME,…] [--max N] [--mail ADDRESS]',
		description:
			'Reads papers, finds their concepts and publishes the graph. Adds to the papers that are there already: topics and places stay, and what is new joins them, unless there are more than four times as many papers now.',
		options: {
			...graphOption,
			fresh: { type: 'boolean', description: 'forget the papers that are there (never what people made)' },
			remove: {
				type: 'string',
				description: 'take back what a source told: a file by its name without its folder'
			},
			library: {
				type: 'string',
				description: 'mark what the files bring as to read, in the library of that name'
			},
			redraw: {
				type: 'boolean',
				description: 'divide into topics and place anew; topics that go on keep their ids'
			},
			again: {
				type: 'boolean',
				description: 'make the graph again of the papers that are there: what people decided takes effect'
			},
			'dry-run': { type: 'boolean', description: 'do everything but publish' },
			estimate: { type: 'boolean', description: 'only tell what would come: papers, duplicates, time' },
			json: { type: 'boolean', description: 'print the report as JSON' },
			events: { type: 'boolean', description: 'print progress and report as JSON Lines, for programs' },
			...sourceOptions
		},
		examples: [
			'npm run ingest -- static/sample-papers.jsonl',
			'npm run ingest -- daily-papers.txt more.jsonl --fresh',
			'npm run ingest -- library.bib scopus.csv pubmed.nbib exports.zip folder/',
			'curl -s https://example.org/papers.jsonl.gz | npm run ingest -- -',
			'npm run ingest -- arxiv:"cat:cs.LG AND all:GRPO" --max 500 --mail you@example.org',
			'npm run ingest -- doi:10.1038/nature14539 https://example.org/library.bib',
			'npm run ingest -- library.bib --library "Thesis"',
			'npm run ingest -- --remove library.bib',
			'npm run ingest -- --again',
			'npm run --silent ingest -- papers.jsonl --dry-run --json'
		],
		more: netHelp()
	},
	async (given) => {
		const files = given.positionals;
		const remove = typeof given.values['remove'] === 'string' ? given.values['remove'] : undefined;
		if (files.length === 0 && remove === undefined && given.values['again'] !== true)
			throw new UsageError('No file was named.', 'npm run ingest -- FILE…');
		const named = given.values['library'];
		const library = typeof named === 'string' ? named.trim() : undefined;
		if (library !== undefined && !libraryNameSchema.safeParse(library).success)
			throw new UsageError(
				'The name of a library has from 1 to 100 characters.',
				'npm run ingest -- FILE --library NAME'
			);
		if (files.length === 0 && given.values['fresh'] === true)
			throw new UsageError('--fresh without a file would leave no paper.', 'npm run ingest -- FILE… --fresh');
		const isEvents = given.values['events'] === true;
		const isJson = given.values['json'] === true;
		const progress = isEvents ? eventProgress() : openProgress();
		const tell = (line: string) => {
			if (isEvents) printEvent({ event: 'note', text: line });
			else console.error(line);
		};
		const { net, done } = readNet(given, {
			tell,
			onFetched: (papers, of) => {
				progress.step('fetching', papers, of);
			}
		});
		const asked: Asked = {
			given,
			done,
			input: {
				files,
				reading: { ...readReading(given), net },
				remove,
				library,
				fresh: given.values['fresh'] === true,
				dryRun: given.values['dry-run'] === true,
				redraw: given.values['redraw'] === true
			},
			effects: {
				withStore: (work) => withStore(given, work, { forMuch: true }),
				extraction: usualExtraction,
				onStep: (step, done, total) => {
					progress.step(step, done, total);
				},
				onRead: (read) => {
					if (!isEvents) reportRead(read, isJson ? '' : ' (--json lists them)');
				},
				tell
			},
			progress
		};
		try {
			await (given.values['estimate'] === true ? estimate(asked) : run(asked));
		} catch (failure) {
			if (isEvents && failure instanceof ThroughlineError)
				printEvent({ event: 'failed', message: failure.message, advice: failure.advice });
			throw failure;
		}
	}
);
