import { createRequire } from 'node:module';
import type { Browser, Page } from '@playwright/test';
import { z } from 'zod';
import { UsageError } from '#lib/domain/errors.ts';
import type { Store } from '#lib/server/store.ts';
import { buildIfStale } from '../../build-explorer.ts';
import { withBuiltExplorer, type Running } from './built-explorer.ts';
import { whilePanning, whileZooming, type Smoothness } from './frames.ts';
import { heldOverRounds } from './rounds.ts';

const viewport = { width: 1440, height: 900 };
/** Left of the middle of the map, where the sea is or a name. */
const grip = { x: 300, y: 820 };
const middle = { x: 670, y: 470 };
const plainNodes = 500;

const placed = {
	text: `MATCH (c:Concept) WITH c ORDER BY c.papers DESC, c.id LIMIT ${plainNodes} RETURN c.x AS x, c.y AS y, c.label AS name`,
	row: z.object({ x: z.number(), y: z.number(), name: z.string() })
};

/** A page that draws 500 concepts of the graph with Cytoscape as it comes, on the places that are stored. */
async function plainPage(browser: Browser, store: Store): Promise<Page> {
	const rows = await store.read(placed);
	const page = await browser.newPage({ viewport });
	await page.setContent('<div id="map" style="position:fixed;inset:0"></div>');
	await page.addScriptTag({
		path: createRequire(import.meta.url).resolve('cytoscape/dist/cytoscape.min.js')
	});
	await page.evaluate((nodes) => {
		const { cytoscape } = window as unknown as { cytoscape: (options: object) => unknown };
		cytoscape({
			container: document.getElementById('map'),
			elements: nodes.map(({ x, y, name }, id) => ({ data: { id: String(id), name }, position: { x, y } })),
			style: [{ selector: 'node', style: { label: 'data(name)', width: 12, height: 12, 'font-size': 10 } }],
			layout: { name: 'preset' }
		});
	}, rows);
	return page;
}

async function explorerPage({ browser, address }: Running): Promise<{ page: Page; firstPicture: number }> {
	const page = await browser.newPage({ viewport });
	await page.goto(address);
	const drawn = await page.waitForFunction(() => performance.getEntriesByName('map drawn')[0]?.startTime);
	await page.waitForLoadState('networkidle');
	return { page, firstPicture: (await drawn.jsonValue()) ?? 0 };
}

const told = ({ perSecond, p95 }: Smoothness) => `${perSecond.toFixed(0)} a second, p95 ${p95.toFixed(0)} ms`;

/**
 * How smoothly the map of each graph pans and zooms, beside a plain Cytoscape page of it in the same browser, and what
 * its tab holds after two hundred rounds.
 */
export async function benchMap(graphs: string[]): Promise<void> {
	if (graphs.length === 0)
		throw new UsageError('No graph was named.', 'npm run bench -- map local:./data local:./large');
	await buildIfStale((line) => {
		console.error(line);
	});
	console.log(['graph', 'page', 'panning', 'zooming', 'first picture'].join('\t'));
	for (const graph of graphs) {
		await withBuiltExplorer(graph, async (running) => {
			// The first visit warms the server up.
			await (await explorerPage(running)).page.close();
			const { page, firstPicture } = await explorerPage(running);
			const own = [await whilePanning(page, grip), await whileZooming(page, middle)];
			console.log([graph, 'Throughline', ...own.map(told), `${firstPicture.toFixed(0)} ms`].join('\t'));
			await page.close();
			const plain = await plainPage(running.browser, running.store);
			const others = [await whilePanning(plain, { x: 5, y: 5 }), await whileZooming(plain, middle)];
			console.log([graph, 'plain Cytoscape', ...others.map(told), ''].join('\t'));
			await plain.close();
			const { megabytes, nodes } = await heldOverRounds(running.browser, running.address, running.store);
			const change = megabytes.map((value) => value.toFixed(1)).join(' to ');
			console.log(`${graph}\tunfolded and folded 200 times\t${change} MB\t${nodes.join(' to ')} nodes\t`);
		});
	}
}
