import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { extractText } from '#lib/concepts/text/extract-text.ts';
import { Vocabulary } from '#lib/concepts/words/vocabulary.ts';
import type { Paper } from '#lib/domain/paper.ts';

export interface Speed {
	papers: number;
	/** Papers a second: read, ranked and made one corpus, as an ingest does it, without a cache. */
	oneThread: number;
	twoThreads: number;
	/**
	 * What the machine allows: papers a second of two processes at once that know nothing of each other, each with half of
	 * the papers, one thread each.
	 */
	twoProcesses: number;
	/** YAKE on the same texts in the same run, one thread; null where Python or YAKE is not there. */
	yake: number | null;
	/**
	 * How many times longer a text of 20,000 letters takes than one of 2,000, for the worst of `hardest`: 10 where time is
	 * linear, 100 where it is not.
	 */
	growth: number;
	/** The most memory that the process held while one thread extracted, in megabytes. */
	megabytes: number;
}

/** What a process that extracts is sent, and what it answers: first that it is ready. */
export interface ExtractionTask {
	papers: Paper[];
	threads: number;
}

interface Pace {
	papersPerSecond: number;
	/** The most memory that one of the processes held. */
	megabytes: number;
}

/** The pace of some new processes at once, each with an equal part of the papers, from when all are ready. */
async function paceOf(papers: Paper[], processes: number, threads: number): Promise<Pace> {
	const children = Array.from({ length: processes }, (_, part) => {
		const child = fork(new URL('extracting-process.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
		const own = papers.filter((__, at) => at % processes === part);
		const ready = once(child, 'message');
		return { child, own, ready };
	});
	await Promise.all(children.map(({ ready }) => ready));
	const began = performance.now();
	const megabytes = await Promise.all(
		children.map(async ({ child, own }) => {
			const done = once(child, 'message') as Promise<[number]>;
			child.send({ papers: own, threads } satisfies ExtractionTask);
			const [most] = await done;
			child.disconnect();
			return most;
		})
	);
	const seconds = (performance.now() - began) / 1000;
	return { papersPerSecond: papers.length / seconds, megabytes: Math.max(...megabytes) };
}

/** Keywords of each line of its input, and at the end how many lines a second. */
const yakeProgram = `
import json, sys, time
import yake
texts = [json.loads(line) for line in sys.stdin]
extractor = yake.KeywordExtractor(lan="en", n=3, top=20)
extractor.extract_keywords(texts[0])
began = time.perf_counter()
for text in texts:
    extractor.extract_keywords(text)
print(len(texts) / (time.perf_counter() - began))
`;

/** Texts a second of YAKE; null where it cannot be run. */
function yakePerSecond(texts: string[], python: string): Promise<number | null> {
	return new Promise((resolve) => {
		const child = spawn(python, ['-c', yakeProgram], { stdio: ['pipe', 'pipe', 'ignore'] });
		let printed = '';
		child.stdout.on('data', (chunk: Buffer) => {
			printed += chunk.toString('utf8');
		});
		child.once('error', () => {
			resolve(null);
		});
		child.once('exit', (code) => {
			resolve(code === 0 ? Number(printed.trim()) : null);
		});
		// A Python without YAKE ends before it has read anything.
		child.stdin.on('error', () => undefined);
		child.stdin.end(texts.map((text) => `${JSON.stringify(text)}\n`).join(''));
	});
}

/** YAKE is given one paper of so many: enough for its pace. */
const yakeShare = 12;

/** What might make a rule look at the same letters again and again. */
const hardest = [
	'a',
	'(',
	'$',
	'\\text{',
	'a.',
	'a-',
	'<a ',
	'&a',
	'A (B) ',
	'a@',
	'we propose A, ',
	'x, ',
	'pond ',
	'graph-',
	'a-A'
];

function secondsFor(abstract: string): number {
	const times = [0, 1, 2, 3, 4].map(() => {
		const began = performance.now();
		for (let round = 0; round < 5; round += 1) extractText({ title: 'On ponds', abstract }, new Vocabulary());
		return performance.now() - began;
	});
	return Math.min(...times);
}

function growth(): number {
	return Math.max(
		...hardest.map((piece) => {
			const [small = 1, large = 0] = [2000, 20_000].map((length) =>
				secondsFor(piece.repeat(length / piece.length))
			);
			return large / small;
		})
	);
}

/** The speed on papers, each figure taken in processes of its own that have read the bundled sample to warm up. */
export async function measureSpeed(papers: Paper[], python: string): Promise<Speed> {
	const alone = await paceOf(papers, 1, 1);
	const yake = await yakePerSecond(
		papers.filter((_, at) => at % yakeShare === 0).map(({ title, abstract }) => `${title}\n${abstract}`),
		python
	);
	const threads = await paceOf(papers, 1, 2);
	const processes = await paceOf(papers, 2, 1);
	return {
		papers: papers.length,
		oneThread: alone.papersPerSecond,
		twoThreads: threads.papersPerSecond,
		twoProcesses: processes.papersPerSecond,
		yake,
		growth: growth(),
		megabytes: alone.megabytes
	};
}

/** The pace on a whole corpus, where the start of a thread no longer counts. */
export type LargeSpeed = Pick<Speed, 'papers' | 'oneThread' | 'twoThreads'>;

export async function measureLargeSpeed(papers: Paper[]): Promise<LargeSpeed> {
	const alone = await paceOf(papers, 1, 1);
	const threads = await paceOf(papers, 1, 2);
	return {
		papers: papers.length,
		oneThread: alone.papersPerSecond,
		twoThreads: threads.papersPerSecond
	};
}
