import { z } from 'zod';
import { runQuery } from '#lib/server/queries/run-query.ts';
import { openStore } from '#lib/server/store.ts';
import { percentile } from './probes.ts';

const rounds = 60;
const cypher = 'MATCH (c:Concept) RETURN c.label AS label, c.papers AS papers ORDER BY papers DESC LIMIT 25';
const row = z.object({ label: z.string(), papers: z.int() });

/** Medians in milliseconds of one honest query, in turn: through the cage, and asked of the store itself. */
export async function cageCost(graph: string): Promise<{ caged: number; direct: number }> {
	const store = await openStore({ url: graph, javaHome: process.env['JAVA_HOME'] });
	const [caged, direct]: [number[], number[]] = [[], []];
	const timed = async (times: number[], round: number, work: () => Promise<unknown>) => {
		const began = performance.now();
		await work();
		if (round >= rounds / 2) times.push(performance.now() - began);
	};
	try {
		for (let round = 0; round < rounds * 1.5; round += 1) {
			await timed(caged, round, () => runQuery(store, cypher));
			await timed(direct, round, () => store.read({ text: cypher, row }));
		}
		return { caged: percentile(caged, 0.5), direct: percentile(direct, 0.5) };
	} finally {
		await store.close();
	}
}
