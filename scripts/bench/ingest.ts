import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UsageError } from '#lib/domain/errors.ts';
import { madeUpCorpus } from './scale/made-up-corpus.ts';
import { watchedIngest, type WatchedIngest } from './scale/watched-ingest.ts';

/** What of the benchmark can be chosen beside files; each as it was given. */
interface Asked {
	/** So many made-up papers in place of files. */
	madeUp: unknown;
	/** So many more made-up papers, which are added in a second run. */
	added: unknown;
	/** The folder in which the graph stays afterwards. */
	keep: unknown;
}

/** Writes a part of a made-up corpus into a file, record by record. */
async function writeMadeUp(file: string, from: number, to: number): Promise<string> {
	const lines = function* () {
		let at = 0;
		for (const record of madeUpCorpus(to)) {
			if (at >= from) yield `${JSON.stringify(record)}\n`;
			at += 1;
		}
	};
	await pipeline(Readable.from(lines()), createWriteStream(file));
	return file;
}

function countOf(given: unknown): number {
	const count = Number(given ?? 0);
	if (!Number.isInteger(count) || count < 0)
		throw new UsageError('That is no number of papers.', 'npm run bench -- ingest --made-up 25000');
	return count;
}

function tell({ seconds, megabytes, steps, report }: WatchedIngest): void {
	console.log('step\tseconds\tof a processor\tMB at most');
	for (const step of steps)
		console.log(`${step.name}\t${step.seconds.toFixed(1)}\t${step.processor.toFixed(1)}\t${step.megabytes}`);
	const { written } = report.published;
	console.log(
		`${seconds.toFixed(1)} s, ${megabytes} MB at most in the ingest process; ` +
			`${report.papers} papers, ${report.concepts} concepts, ${written} records written`
	);
}

/**
 * Ingests the files, or so many made-up papers, into a new graph, with an empty cache, and tells what each step takes: its
 * seconds and the peak memory of the process. Then adds some more where that is asked for.
 */
export async function benchIngest(given: string[], asked: Asked): Promise<void> {
	const [papers, added] = [countOf(asked.madeUp), countOf(asked.added)];
	if (given.length === 0 && papers === 0)
		throw new UsageError('No file was named.', 'npm run bench -- ingest papers.jsonl, or --made-up 25000');
	const folder = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
	const graph = `local:${typeof asked.keep === 'string' ? asked.keep : folder}`;
	const cache = join(folder, 'extracted');
	try {
		const files = papers > 0 ? [await writeMadeUp(join(folder, 'made-up.jsonl'), 0, papers)] : given;
		const first = await watchedIngest([...files, '--graph', graph], cache);
		tell(first);
		if (added === 0) return;
		const more = await writeMadeUp(join(folder, 'more.jsonl'), papers, papers + added);
		const second = await watchedIngest([more, '--graph', graph], cache);
		tell(second);
		const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
		console.log(
			`adding ${added}: ${percent(second.seconds, first.seconds)} of the time, ` +
				`${percent(second.report.published.written, first.report.published.written)} of the records`
		);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
