import { z } from 'zod';
import { UsageError } from '#lib/domain/errors.ts';
import { nodeRef } from '#lib/domain/ids.ts';
import { neighbours } from '#lib/server/questions/neighbours.ts';
import { bindParameters } from '#lib/server/queries/bind-parameters.ts';
import { runQuery } from '#lib/server/queries/run-query.ts';
import { shippedQueries } from '#lib/server/queries/shipped-queries.ts';
import { openStore, type Store } from '#lib/server/store.ts';

/** Runs of each query that are measured, after one to warm up. */
const runs = 12;
/** Neighbour requests that are under way at once, and how many are measured. */
const load = { parallel: 32, requests: 640 };

interface Times {
	rows: number;
	median: number;
	p95: number;
}

function quantile(times: number[], share: number): number {
	const sorted = [...times].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** The shipped queries with the values that they have before anybody types, each through the cage. */
async function queryTimes(store: Store): Promise<Map<string, Times>> {
	const measured = new Map<string, Times>();
	for (const query of shippedQueries) {
		// A corpus without organisations has none to ask about.
		const bound = await bindParameters(store, query, {}).catch(() => null);
		if (!bound) continue;
		const { parameters } = bound;
		const ask = () => runQuery(store, query.cypher, parameters);
		// A server that has just been started plans its first queries slowly, and may be stopped at that.
		let { rows } = await ask().catch(ask).catch(ask).catch(ask);
		const times: number[] = [];
		for (let run = 0; run < runs; run += 1) {
			const began = performance.now();
			({ rows } = await ask());
			times.push(performance.now() - began);
		}
		measured.set(query.id, { rows: rows.length, median: quantile(times, 0.5), p95: quantile(times, 0.95) });
	}
	return measured;
}

/** Requests for neighbours a second, and the 95th percentile in milliseconds, with 32 under way at once. */
async function neighbourLoad(store: Store): Promise<{ rate: number; p95: number }> {
	const text = 'MATCH (p:Paper) RETURN p.id AS id ORDER BY p.id LIMIT 640';
	const ids = (await store.read({ text, row: z.object({ id: z.string() }) })).map(({ id }) => id);
	const times: number[] = [];
	let next = 0;
	const worker = async () => {
		while (next < load.requests) {
			const id = ids[next % ids.length] ?? '';
			next += 1;
			const began = performance.now();
			await neighbours(store, nodeRef('papers', id), 40);
			times.push(performance.now() - began);
		}
	};
	const began = performance.now();
	await Promise.all(Array.from({ length: load.parallel }, worker));
	return { rate: load.requests / ((performance.now() - began) / 1000), p95: quantile(times, 0.95) };
}

/** Prints rows, median and p95 of the shipped queries on each graph, and what 32 parallel neighbour requests make. */
export async function benchQueries(graphs: string[]): Promise<void> {
	if (graphs.length === 0)
		throw new UsageError('No graph was named.', 'npm run bench -- queries local:./data local:./large');
	for (const graph of graphs) {
		const store = await openStore({ url: graph, javaHome: process.env['JAVA_HOME'] });
		try {
			console.log(['query', 'rows', 'median ms', 'p95 ms', graph].join('\t'));
			for (const [id, { rows, median, p95 }] of await queryTimes(store))
				console.log([id, rows, median.toFixed(0), p95.toFixed(0)].join('\t'));
			const { rate, p95 } = await neighbourLoad(store);
			console.log(`32 parallel neighbour requests: ${rate.toFixed(0)} a second, p95 ${p95.toFixed(0)} ms`);
		} finally {
			await store.close();
		}
	}
}
