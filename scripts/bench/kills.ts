import { spawn, type ChildProcess } from 'node:child_process';
import { z } from 'zod';
import { seededRandom } from '#lib/graph/random.ts';
import { commandLines } from '#lib/server/local-server/process-identity.ts';
import { freePort, serversOf } from '#lib/server/local-server/server-process.ts';
import { openStore, type Store } from '#lib/server/store.ts';

const victims = ['query', 'ingest', 'start', 'java'] as const;
/** Mostly what nobody can answer; a signal that can be answered now and then. */
const signals = ['SIGKILL', 'SIGKILL', 'SIGTERM', 'SIGINT'] as const;

/** One process that was killed, and how the folder opened afterwards. */
export interface Kill {
	victim: (typeof victims)[number];
	signal: NodeJS.Signals;
	/** Milliseconds that it had lived. */
	after: number;
	/** Milliseconds until the folder was open again; null when it did not open. */
	opened: number | null;
	/** What was there before and is not any more, in marks. */
	lost: number;
	/** What the failed opening said. */
	said: string;
}

export interface Kills {
	/** The data folder; what is in it stays. */
	folder: string;
	count: number;
	seed: number;
	/** Milliseconds over which the moments are spread. */
	spread?: number;
	javaHome?: string | undefined;
	onKill?: (kill: Kill) => void;
}

const marks = { text: 'MATCH (m:KillMark) RETURN count(m) AS marks', row: z.object({ marks: z.int() }) };
const pause = (milliseconds: number) => new Promise((wake) => setTimeout(wake, milliseconds));

async function started(victim: Kill['victim'], folder: string): Promise<ChildProcess> {
	const graph = ['--graph', `local:${folder}`];
	const given = {
		query: ['scripts/query.ts', 'MATCH (n) RETURN count(n)', ...graph],
		ingest: ['scripts/ingest.ts', 'static/sample-papers.jsonl', ...graph],
		start: ['scripts/start.ts', ...graph],
		java: ['scripts/neo4j.ts', ...graph]
	}[victim];
	// A group of its own, as a terminal gives it one.
	return spawn(process.execPath, ['--import', 'tsx', ...given], {
		stdio: 'ignore',
		detached: true,
		env: { ...process.env, PORT: String(await freePort()), HOST: '127.0.0.1' }
	});
}

function end(child: ChildProcess): Promise<void> {
	return new Promise((resolve) => {
		if (child.exitCode !== null || child.signalCode !== null) resolve();
		else
			child.once('exit', () => {
				resolve();
			});
	});
}

/** Kills one victim. A Java is one that `npm run neo4j` watches over: that command ends right after it. */
async function kill(folder: string, { victim, signal, after }: Kill): Promise<void> {
	const child = await started(victim, folder);
	await Promise.race([pause(after), end(child)]);
	if (victim === 'java') {
		const until = performance.now() + 60_000;
		while (serversOf(folder).length === 0 && child.exitCode === null && performance.now() < until)
			await pause(5);
		for (const { pid } of serversOf(folder)) process.kill(pid, 'SIGKILL');
		child.kill('SIGKILL');
	} else {
		child.kill(signal);
	}
	const late = setTimeout(() => child.kill('SIGKILL'), 60_000);
	await end(child);
	clearTimeout(late);
}

async function mark(store: Store, known: number): Promise<number> {
	const [row] = await store.read(marks);
	await store.write((transaction) => transaction.run('CREATE (:KillMark)'));
	return known - (row?.marks ?? 0);
}

/** Processes, other than this one, on whose command line the folder stands. */
export function processesOf(folder: string): number[] {
	return commandLines()
		.filter(({ pid, given }) => pid !== process.pid && given.some((argument) => argument.includes(folder)))
		.map(({ pid }) => pid);
}

/**
 * Kills commands, the app and Java at random moments, one after the other, from their first millisecond on, and opens
 * the folder after each: whether it opens, how soon, and whether all is there that was.
 */
export async function surviveKills(given: Kills): Promise<Kill[]> {
	const { folder, count, seed, spread = 10_000, javaHome, onKill = () => undefined } = given;
	const random = seededRandom(seed);
	const open = () => openStore({ url: `local:${folder}`, javaHome });
	const first = await open();
	let known = (await first.read(marks))[0]?.marks ?? 0;
	await first.close();
	const kills: Kill[] = [];
	for (let number = 0; number < count; number += 1) {
		const next: Kill = {
			victim: victims[number % victims.length] ?? 'query',
			signal: signals[Math.floor(random() * signals.length)] ?? 'SIGKILL',
			// Each part of the time gets its share, in an order that favours no victim.
			after: Math.round((((number * 7) % count) + random()) * (spread / count)),
			opened: null,
			lost: 0,
			said: ''
		};
		await kill(folder, next);
		const began = performance.now();
		try {
			const store = await open();
			next.opened = Math.round(performance.now() - began);
			next.lost = await mark(store, known);
			known += 1;
			await store.close();
		} catch (error) {
			next.said = String(error);
		}
		kills.push(next);
		onKill(next);
	}
	return kills;
}
