import { z } from 'zod';
import { UsageError } from '#lib/domain/errors.ts';
import { nodeRef } from '#lib/domain/ids.ts';
import { conceptDetails } from '#lib/server/questions/concept-details.ts';
import { mapPicture } from '#lib/server/questions/map-picture.ts';
import { neighbours } from '#lib/server/questions/neighbours.ts';
import { paperDetails } from '#lib/server/questions/paper-details.ts';
import { search } from '#lib/server/questions/search.ts';
import { openStore, type Store } from '#lib/server/store.ts';
import { buildIfStale } from '../build-explorer.ts';
import { firstPicture } from './first-picture.ts';

/** How many different nodes each question is asked about: none is answered from the cache. */
const asked = 40;

const idRow = z.object({ id: z.string() });

async function idsOf(store: Store, label: string): Promise<string[]> {
	const rows = await store.read({ text: `MATCH (n:${label}) RETURN n.id AS id ORDER BY id`, row: idRow });
	const step = Math.max(1, Math.floor(rows.length / asked));
	return rows
		.filter((_, index) => index % step === 0)
		.slice(0, asked)
		.map(({ id }) => id);
}

async function median(inputs: string[], ask: (input: string) => Promise<unknown>): Promise<number> {
	const times: number[] = [];
	for (const input of inputs) {
		const began = performance.now();
		await ask(input);
		times.push(performance.now() - began);
	}
	return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

/** The median of each question in milliseconds, over nodes spread through the graph, after a round to warm up. */
async function serveTimes(url: string): Promise<Record<string, number>> {
	const store = await openStore({ url, javaHome: process.env['JAVA_HOME'] });
	try {
		const [concepts, papers] = [await idsOf(store, 'Concept'), await idsOf(store, 'Paper')];
		const [warm, measured] = [0, 1].map((half) => ({
			concepts: concepts.filter((_, index) => index % 2 === half),
			papers: papers.filter((_, index) => index % 2 === half)
		}));
		const times: Record<string, number> = {};
		for (const half of [warm, measured]) {
			if (!half) continue;
			times['map'] = await median(half.concepts, (id) => mapPicture(store, nodeRef('concepts', id)));
			times['neighbours'] = await median(half.papers, (id) => neighbours(store, nodeRef('papers', id), 40));
			times['search'] = await median(half.concepts, (id) => search(store, id.slice(0, 6), 8));
			times['concept'] = await median(half.concepts, (id) => conceptDetails(store, id));
			times['paper'] = await median(half.papers, (id) => paperDetails(store, id));
		}
		return times;
	} finally {
		await store.close();
	}
}

/** Prints the median times of the questions and of the first picture on each graph, and the last as a ratio to the first. */
export async function benchServe(graphs: string[]): Promise<void> {
	if (graphs.length === 0)
		throw new UsageError('No graph was named.', 'npm run bench -- serve local:./data local:./large');
	const measured: Record<string, number>[] = [];
	await buildIfStale((line) => {
		console.error(line);
	});
	for (const graph of graphs) {
		const times = await serveTimes(graph);
		measured.push({ ...times, 'first picture': await firstPicture(graph) });
	}
	console.log(['question', ...graphs, 'ratio'].join('\t'));
	for (const question of Object.keys(measured[0] ?? {})) {
		const times = measured.map((each) => each[question] ?? 0);
		const ratio = (times.at(-1) ?? 0) / (times[0] ?? 1);
		console.log([question, ...times.map((time) => `${time.toFixed(1)} ms`), ratio.toFixed(1)].join('\t'));
	}
}
