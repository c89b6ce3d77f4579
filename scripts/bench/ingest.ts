import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ThroughlineError, UsageError } from '#lib/domain/errors.ts';
import { madeUpCorpus } from './scale/made-up-corpus.ts';

/** Resident memory of a process, where the system tells it (Linux); else 0. */
function residentMegabytes(pid: number | undefined): number {
	try {
		const pages = Number(readFileSync(`/proc/${pid ?? 0}/statm`, 'utf8').split(' ')[1]);
		return Math.round((pages * 4096) / 1_000_000);
	} catch {
		return 0;
	}
}

/** Writes a made-up corpus into a file, record by record. */
async function writeMadeUp(file: string, papers: number): Promise<string> {
	const lines = function* () {
		for (const record of madeUpCorpus(papers)) yield `${JSON.stringify(record)}\n`;
	};
	await pipeline(Readable.from(lines()), createWriteStream(file));
	return file;
}

/**
 * Ingests the files, or so many made-up papers, into a new graph, with an empty cache, and tells seconds and peak memory
 * of the process.
 */
export async function benchIngest(given: string[], madeUp: unknown): Promise<void> {
	const papers = Number(madeUp ?? 0);
	if ((given.length === 0 && madeUp === undefined) || !Number.isInteger(papers))
		throw new UsageError('No file was named.', 'npm run bench -- ingest papers.jsonl, or --made-up 25000');
	const folder = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
	try {
		const files = papers > 0 ? [await writeMadeUp(join(folder, 'made-up.jsonl'), papers)] : given;
		const began = performance.now();
		const child = spawn(
			process.execPath,
			['--import', 'tsx', 'scripts/ingest.ts', ...files, '--graph', `local:${folder}`],
			{ stdio: 'inherit', env: { ...process.env, THROUGHLINE_CACHE: join(folder, 'extracted') } }
		);
		let peak = 0;
		const watch = setInterval(() => {
			peak = Math.max(peak, residentMegabytes(child.pid));
		}, 250);
		const code = await new Promise<number>((resolve) =>
			child.once('exit', (status) => {
				resolve(status ?? 1);
			})
		);
		clearInterval(watch);
		if (code !== 0)
			throw new ThroughlineError(`The ingest ended with code ${code}.`, 'See the message above.');
		console.log(
			`${((performance.now() - began) / 1000).toFixed(1)} s, ${peak} MB at most in the ingest process`
		);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
