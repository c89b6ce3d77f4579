import { explain } from '#lib/concepts/explain.ts';
import { maskedIn } from '#lib/concepts/masked-places.ts';
import { withExtracted } from '#lib/concepts/extract.ts';
import { styleNames } from '#lib/concepts/ranking/styles.ts';
import { ThroughlineError, UsageError } from '#lib/domain/errors.ts';
import type { ConceptCorpus, Mention } from '#lib/domain/graph.ts';
import { compare } from '#lib/domain/order.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { readPapers } from '#lib/sources/read-papers.ts';
import { runCommand, type CommandArguments } from './command.ts';
import { explanationText } from './explanation-text.ts';
import { usualExtraction } from './extract-options.ts';
import { openProgress } from './progress.ts';
import { readNet } from './net-options.ts';
import { readReading, reportRead, sourceOptions } from './source-options.ts';

/** One line for each paper: its concepts, best first, with the places in title + "\n" + abstract. */
function* lines(papers: Paper[], { concepts, mentions, introduces }: ConceptCorpus): Generator<string> {
	const conceptOf = new Map(concepts.map((concept) => [concept.id, concept]));
	const introduced = new Set(introduces.map(({ paper, concept }) => `${paper} ${concept}`));
	const mentionsOf = new Map<string, Mention[]>();
	for (const mention of mentions) {
		const known = mentionsOf.get(mention.paper);
		if (known) known.push(mention);
		else mentionsOf.set(mention.paper, [mention]);
	}
	for (const { id, title } of papers) {
		const best = (mentionsOf.get(id) ?? []).sort(
			(a, b) => b.weight - a.weight || compare(a.concept, b.concept)
		);
		const found = best.flatMap(({ concept, weight: score, starts, ends }) => {
			const known = conceptOf.get(concept);
			if (!known) return [];
			const { name, kind, aliases } = known;
			const spans = starts.map((start, index) => [start, ends[index]]);
			return [{ name, kind, score, introduced: introduced.has(`${id} ${concept}`), aliases, spans }];
		});
		yield JSON.stringify({ id, title, concepts: found });
	}
}

function readWorkers({ values }: CommandArguments): number {
	if (values['workers'] === undefined) return usualExtraction.workers;
	const workers = Number(values['workers']);
	if (!/^\d+$/.test(String(values['workers'])) || workers > 64)
		throw new UsageError(
			'--workers is no number of threads.',
			'Give 1 to 64; 1 extracts in the thread of the command alone.'
		);
	return workers;
}

function text(value: CommandArguments['values'][string]): string | undefined {
	return typeof value === 'string' ? value : undefined;
}

await runCommand(
	{
		name: 'extract',
		usage:
			'npm run extract -- FILE|ADDRESS… [--workers N] [--no-cache] [--style NAME] [--explain CONCEPT] [--year YEAR] [--columns FIELD=NAME,…]',
		description:
			'Prints the concepts of every paper as JSON Lines, best concept first. Needs no Neo4j, writes nothing.',
		options: {
			workers: {
				type: 'string',
				description: 'threads to extract in at most; as many as processors without it'
			},
			'no-cache': { type: 'boolean', description: 'read every text anew' },
			style: { type: 'string', description: `whose way of naming is followed: ${styleNames.join(', ')}` },
			explain: { type: 'string', description: 'tell of one concept why it is one, and what was merged' },
			...sourceOptions
		},
		examples: [
			'npm run --silent extract -- papers.jsonl',
			'npm run --silent extract -- page.txt --year 2026 > found.jsonl',
			'zcat papers.jsonl.gz | npm run --silent extract -- -',
			'npm run --silent extract -- library.bib exports/ more.zip',
			'npm run --silent extract -- table.csv --columns title=Titel,abstract=Resumen',
			'npm run --silent extract -- papers.jsonl --explain GRPO'
		]
	},
	async (given) => {
		if (given.positionals.length === 0)
			throw new UsageError('No file was named.', 'npm run extract -- FILE…');
		const workers = readWorkers(given);
		const progress = openProgress();
		progress.step('reading');
		const read = await readPapers(given.positionals, {
			...readReading(given),
			net: readNet(given, { tell: usualExtraction.tell }).net
		});
		reportRead(read);
		const wanted = text(given.values['explain']);
		if (wanted?.trim() === '') throw new UsageError('No concept was named.', 'Give --explain a name.');
		const options = {
			workers,
			perWorker: usualExtraction.perWorker,
			cache: given.values['no-cache'] === true ? null : usualExtraction.cache,
			tell: usualExtraction.tell,
			style: text(given.values['style']),
			breadth: 'paper' as const,
			forReasons: wanted !== undefined,
			onProgress: (done: number, total: number) => {
				progress.step('concepts', done, total);
			}
		};
		await withExtracted(read.papers, options, async (extracted) => {
			progress.end();
			if (wanted === undefined) {
				for (const line of lines(read.papers, extracted.corpus)) process.stdout.write(`${line}\n`);
				return;
			}
			const explanation = await explain(extracted, wanted);
			if (!explanation) {
				const [most] = maskedIn(read.papers, wanted);
				throw new ThroughlineError(
					`None of these papers has a concept ${wanted}.`,
					most
						? `It stands in what is no prose: ${most.what}, in ${most.paper}: ${most.written}`
						: 'Without --explain the command lists the concepts that there are.'
				);
			}
			const speakers = new Set<string>(
				extracted.corpus.mentions
					.filter(({ concept }) => concept === explanation.concept.id)
					.map(({ paper }) => paper)
			);
			const masked = maskedIn(read.papers.filter(({ id }) => speakers.has(id)));
			console.log(explanationText(explanation, masked));
		});
	}
);
