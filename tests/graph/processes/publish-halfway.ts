import { readFile } from 'node:fs/promises';
import type { Graph } from '#lib/domain/graph.ts';
import { publish, type IngestRecord } from '#lib/server/publishing/publish.ts';
import { openStore } from '#lib/server/store.ts';
import { standStill } from './stand-still.ts';

/** Publishes a graph and stands still where all nodes are written and their relationships are not: to be killed. */
const [url = '', file = '', record = '', largestTransaction = ''] = process.argv.slice(2);
const graph = JSON.parse(await readFile(file, 'utf8')) as Graph;
const store = await openStore({ url, joinOnly: true });
const labels = ['papers', 'concepts', 'topics'] as const;
let reports = 0;
await publish(store, graph, JSON.parse(record) as IngestRecord, {
	largestTransaction: Number(largestTransaction),
	// The nodes of a label are one batch here.
	onProgress: () => {
		reports += 1;
		if (reports === labels.length) standStill();
	}
});
await store.close();
