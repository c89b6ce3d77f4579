import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { ThroughlineError } from '#lib/domain/errors.ts';
import { ingestEventSchema } from '#lib/domain/ingest-job.ts';

/** What a step took, and the most memory that the process had meanwhile. */
interface WatchedStep {
	name: string;
	seconds: number;
	/** Seconds of a processor that the ingest process had, its threads together: on a busy machine the truer figure. */
	processor: number;
	megabytes: number;
}

const reportSchema = z.object({
	papers: z.int(),
	concepts: z.int(),
	published: z.object({ written: z.int() })
});

export interface WatchedIngest {
	/** Of the whole command, start and end of Neo4j included. */
	seconds: number;
	/** The most memory of the ingest process, its threads included; Neo4j is a process of its own. */
	megabytes: number;
	steps: WatchedStep[];
	report: z.infer<typeof reportSchema>;
}

/** Milliseconds between two looks at the memory. */
const lookEvery = 250;

/** Resident memory of a process and what it had of processors, where the system tells it (Linux); else 0. */
function usageOf(pid = 0): { megabytes: number; processor: number } {
	try {
		const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
		// After the name, which may hold blanks: the 14th and 15th field of all, in hundredths of a second.
		const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
			.replace(/^.*\) /, '')
			.split(' ');
		const processor = (Number(fields[11]) + Number(fields[12])) / 100;
		return { megabytes: Math.round((pages * 4096) / 1_000_000), processor };
	} catch {
		return { megabytes: 0, processor: 0 };
	}
}

/**
 * Runs the command `ingest` with these arguments in a process of its own, with its cache in `cache`, and watches what
 * each step takes. Throws ThroughlineError where it fails.
 */
export async function watchedIngest(given: string[], cache: string): Promise<WatchedIngest> {
	const began = performance.now();
	const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/ingest.ts', ...given, '--events'], {
		stdio: ['ignore', 'pipe', 'inherit'],
		env: { ...process.env, THROUGHLINE_CACHE: cache }
	});
	const steps: WatchedStep[] = [];
	let report: WatchedIngest['report'] | undefined;
	let [since, had] = [began, 0];
	const enter = (name: string) => {
		const last = steps.at(-1);
		if (last?.name === name) return;
		const now = performance.now();
		const { processor } = usageOf(child.pid);
		if (last) [last.seconds, last.processor] = [(now - since) / 1000, processor - had];
		[since, had] = [now, processor];
		steps.push({ name, seconds: 0, processor: 0, megabytes: 0 });
	};
	enter('start');
	createInterface({ input: child.stdout, crlfDelay: Infinity }).on('line', (line) => {
		const event = ingestEventSchema.parse(JSON.parse(line));
		if (event.event === 'step') enter(event.step);
		if (event.event === 'failed') console.error(event.message);
		if (event.event !== 'report') return;
		report = reportSchema.parse((JSON.parse(line) as { report: unknown }).report);
		enter('end');
	});
	const watch = setInterval(() => {
		const last = steps.at(-1);
		if (last) last.megabytes = Math.max(last.megabytes, usageOf(child.pid).megabytes);
	}, lookEvery);
	const code = await new Promise<number>((resolve) =>
		child.once('close', (status) => {
			resolve(status ?? 1);
		})
	);
	clearInterval(watch);
	if (code !== 0 || !report)
		throw new ThroughlineError(`The ingest ended with code ${code}.`, 'See the message above.');
	return {
		seconds: (performance.now() - began) / 1000,
		megabytes: steps.reduce((most, step) => Math.max(most, step.megabytes), 0),
		steps: steps.slice(0, -1),
		report
	};
}
