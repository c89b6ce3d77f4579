import { z } from 'zod';
import { address, withExplorer } from './explorer.ts';
import { hostileQueries } from './hostile-queries.ts';
import {
	createProber,
	paceOf,
	percentile,
	questions,
	type Pace,
	type Probe,
	type Question
} from './probes.ts';

const atOnce = 4;
/** Milliseconds between two rounds of questions: people click, they do not hammer. */
const between = 100;
const quietRounds = 60;
/**
 * Seconds that must be as fast as before and without a failure, to call it quiet again: after a query that was stopped
 * at its limit as many as pass until an engine that does not end it is started again, else a moment.
 */
const calmSeconds = { stopped: 13, else: 0.5 };
const mostSeconds = 60;
/** Milliseconds that nobody notices: a Java that was just started is slower than that of before for a minute. */
const noticed = 250;

const pause = (milliseconds: number) => new Promise((wake) => setTimeout(wake, milliseconds));

interface Attack {
	name: string;
	/** Statuses of the answers, and the longest time until one was there, in seconds. */
	statuses: number[];
	seconds: number;
	pace: Record<Question, Pace>;
	/** Seconds from the last answer until everything was quiet. */
	calmAfter: number;
}

async function post(cypher: string): Promise<{ status: number; seconds: number }> {
	const began = performance.now();
	const status = await fetch(`${address}/api/query`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ cypher }),
		signal: AbortSignal.timeout(mostSeconds * 1000)
	}).then(
		async (response) => {
			await response.arrayBuffer();
			return response.status;
		},
		() => 0
	);
	return { status, seconds: (performance.now() - began) / 1000 };
}

async function conceptIds(): Promise<string[]> {
	const response = await fetch(`${address}/api/query`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ cypher: 'MATCH (c:Concept) RETURN c.id ORDER BY c.papers DESC LIMIT 1000' })
	});
	const { rows } = z.object({ rows: z.array(z.tuple([z.string()])) }).parse(await response.json());
	return rows.map(([id]) => id);
}

type Prober = () => Promise<Probe[]>;

async function quiet(probe: Prober): Promise<Record<Question, Pace>> {
	const probes: Probe[] = [];
	for (let round = 0; round < quietRounds * 2; round += 1) {
		const found = await probe();
		// The first half warms up.
		if (round >= quietRounds) probes.push(...found);
		await pause(between);
	}
	return paceOf(probes);
}

/** Asks until it has been as quiet as before for so long; the seconds until that began, or `mostSeconds`. */
async function calm(probe: Prober, before: Record<Question, Pace>, lasting: number): Promise<number> {
	const began = performance.now();
	const now = () => (performance.now() - began) / 1000;
	let calmSince = 0;
	while (now() - calmSince < lasting && now() < mostSeconds) {
		const found = await probe();
		const isCalm = found.every(
			({ question, milliseconds, status }) =>
				status === 200 && milliseconds <= Math.max(3 * before[question].p95, noticed)
		);
		if (!isCalm) calmSince = now();
		await pause(between);
	}
	return calmSince;
}

async function attack(
	name: string,
	cypher: string,
	probe: Prober,
	before: Record<Question, Pace>
): Promise<Attack> {
	const running = { is: true };
	const answers = Promise.all(Array.from({ length: atOnce }, () => post(cypher))).finally(() => {
		running.is = false;
	});
	const probes: Probe[] = [];
	while (running.is) {
		probes.push(...(await probe()));
		await pause(between);
	}
	const found = await answers;
	const statuses = found.map(({ status }) => status);
	const lasting = statuses.includes(504) ? calmSeconds.stopped : calmSeconds.else;
	return {
		name,
		statuses,
		seconds: Math.max(...found.map(({ seconds }) => seconds)),
		pace: paceOf(probes),
		calmAfter: await calm(probe, before, lasting)
	};
}

/**
 * The pace of pages while each hostile query runs, four at a time, beside the quiet pace of the same explorer just
 * before; and how long it takes until all is quiet again. `only`: names of queries that hold this text.
 */
export async function siege(
	graph: string,
	only = ''
): Promise<{ quiet: Record<Question, Pace>; attacks: Attack[] }> {
	return withExplorer(graph, async () => {
		const probe = createProber(await conceptIds());
		const before = await quiet(probe);
		const attacks: Attack[] = [];
		for (const [name, cypher] of Object.entries(hostileQueries).filter(([name]) => name.includes(only))) {
			attacks.push(await attack(name, cypher, probe, before));
			console.error(attackLine(attacks.at(-1) as Attack, before));
		}
		return { quiet: before, attacks };
	});
}

function attackLine(
	{ name, statuses, seconds, pace, calmAfter }: Attack,
	before: Record<Question, Pace>
): string {
	const ratios = questions.map(
		(question) =>
			`${question} ${(pace[question].p95 / before[question].p95).toFixed(1)}x, ${Math.round(pace[question].most)} ms at most${pace[question].failed > 0 ? `, ${pace[question].failed} failed` : ''}`
	);
	return [
		name.padEnd(32),
		statuses.join(' '),
		`${seconds.toFixed(1)} s`,
		...ratios,
		`quiet after ${calmAfter.toFixed(1)} s`
	].join('\t');
}

/** The whole in a few lines: what README tells. */
export function siegeSummary({ quiet: before, attacks }: Awaited<ReturnType<typeof siege>>): string {
	const lines = questions.map((question) => {
		const ratios = attacks.map(({ pace }) => pace[question].p95 / before[question].p95);
		const most = Math.max(...attacks.map(({ pace }) => pace[question].most));
		return [
			question,
			`quiet ${before[question].median.toFixed(1)} / ${before[question].p95.toFixed(1)} ms`,
			`p95 under attack ${percentile(ratios, 0.5).toFixed(1)}x (median), ${Math.max(...ratios).toFixed(1)}x (worst)`,
			`longest answer ${Math.round(most)} ms`
		].join('\t');
	});
	const slowest = Math.max(...attacks.map(({ seconds }) => seconds));
	const longest = Math.max(...attacks.map(({ calmAfter }) => calmAfter));
	return [
		...lines,
		`${attacks.length} hostile queries, ${atOnce} at a time: the slowest answer after ${slowest.toFixed(1)} s, quiet again after ${longest.toFixed(1)} s at most`
	].join('\n');
}
