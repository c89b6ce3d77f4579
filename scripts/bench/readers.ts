import { ThroughlineError, UsageError } from '#lib/domain/errors.ts';
import { formats } from '#lib/sources/formats.ts';
import type { Source } from '#lib/sources/source-record.ts';
import { madeUpFile, madeUpFormats } from './made-up-records.ts';
import { readByPeer } from './reader-peers.ts';

const source: Source = { file: 'made up', year: null, lastYear: 2100, columns: {} };
/** Memory is looked at once in so many records. */
const every = 500;

interface Figures {
	papers: number;
	seconds: number;
	megabytes: number;
	peak: number;
}

/** Reads a made-up file in the format that recognises it, and forgets what it reads. */
async function readMadeUp(name: string, count: number): Promise<Figures> {
	const made = madeUpFormats[name];
	if (!made)
		throw new UsageError(
			`${name} is no format that is made up.`,
			`There are ${Object.keys(madeUpFormats).join(', ')}.`
		);
	let bytes = 0;
	async function* counted() {
		for await (const piece of madeUpFile(made ?? { record: () => '' }, count)) {
			bytes += piece.length;
			yield piece;
		}
	}
	const beginning = await madeUpFile(made, 100).next();
	const head = Buffer.from(beginning.value ?? '').toString();
	const format = formats.find(({ recognises }) => recognises(head, {}));
	if (!format) throw new ThroughlineError(`No reader recognises ${name}.`, 'Its made-up records are wrong.');
	let [papers, peak] = [0, 0];
	// What it takes to make the file is no time of the reader.
	const making = performance.now();
	for await (const piece of madeUpFile(made, count)) if (piece.length < 0) break;
	const began = performance.now();
	for await (const finding of format.read(counted(), source)) {
		if ('paper' in finding) papers += 1;
		if (papers % every === 0) peak = Math.max(peak, process.memoryUsage.rss());
	}
	const seconds = Math.max(0.001, (performance.now() - began - (began - making)) / 1000);
	return { papers, seconds, megabytes: bytes / 1e6, peak: peak / 1e6 };
}

/**
 * Tells of each reader how many records a second it reads, and the most memory of the process while it does; below it the
 * same of a peer on the same file, where there is one.
 */
export async function benchReaders(names: string[], given: unknown, python = 'python3'): Promise<void> {
	const count = Number(given ?? 100_000);
	if (!Number.isInteger(count) || count < 1)
		throw new UsageError('--papers is no number of papers.', 'Give it as 100000.');
	for (const name of names.length > 0 ? names : Object.keys(madeUpFormats)) {
		const { papers, seconds, megabytes, peak } = await readMadeUp(name, count);
		if (papers !== count)
			throw new ThroughlineError(`${name}: ${papers} of ${count} were read.`, 'See its reader.');
		console.log(
			`${lineOf(name, papers / seconds, peak)}, ${(megabytes / seconds).toFixed(1).padStart(6)} MB a second`
		);
		const made = madeUpFormats[name];
		const peer = made ? await readByPeer(name, madeUpFile(made, count), python) : null;
		if (peer)
			console.log(
				`${lineOf(`  ${peer.name}`, peer.records / peer.seconds, peer.peak)}; ` +
					`this one reads ${(papers / seconds / (peer.records / peer.seconds)).toFixed(1)} times as many`
			);
	}
}

function lineOf(name: string, perSecond: number, peak: number): string {
	const rate = Math.round(perSecond).toLocaleString('en').padStart(8);
	return `${name.padEnd(22)} ${rate} records a second, ${Math.round(peak).toString().padStart(5)} MB of memory at most`;
}
