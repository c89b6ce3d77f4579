import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '#lib/domain/errors.ts';
import { cageCost } from './cage-cost.ts';
import { hostileQueries } from './hostile-queries.ts';
import { siege, siegeSummary } from './siege.ts';

async function siegeOf(graph: string, only: string): Promise<void> {
	console.log(`== ${graph}`);
	console.log(siegeSummary(await siege(graph, only)));
	const { caged, direct } = await cageCost(graph);
	console.log(
		`an honest query\t${caged.toFixed(1)} ms in the cage, ${direct.toFixed(1)} ms without: ${(caged - direct).toFixed(1)} ms for it`
	);
}

/** Besieges the given graphs, or a new one of the bundled sample; every line of an attack goes to standard error. */
export async function benchSiege(graphs: string[], only: unknown): Promise<void> {
	const name = typeof only === 'string' ? only : '';
	if (!Object.keys(hostileQueries).some((query) => query.includes(name)))
		throw new UsageError(
			`No hostile query is called ${name}.`,
			`There are: ${Object.keys(hostileQueries).join(', ')}.`
		);
	if (graphs.length > 0) {
		for (const graph of graphs) await siegeOf(graph, name);
		return;
	}
	const folder = await mkdtemp(join(tmpdir(), 'throughline-siege-'));
	try {
		await siegeOf(`local:${folder}`, name);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
