import type { Browser } from '@playwright/test';
import { z } from 'zod';
import type { Store } from '#lib/server/store.ts';

/** Rounds of unfolding and folding; undo keeps a hundred steps, which the first fill. */
const rounds = { filling: 60, measured: 200 };
/** Milliseconds for a picture to come and be drawn. */
const drawn = 300;

const strongest = {
	text: 'MATCH (c:Concept)-[:IN_TOPIC]->(t:Topic) WITH t, c ORDER BY c.papers DESC, c.id LIMIT 1 RETURN t.id AS topic',
	row: z.object({ topic: z.string() })
};

/** What a tab holds, in megabytes and nodes of the document, before and after. */
export interface Held {
	megabytes: [before: number, after: number];
	nodes: [before: number, after: number];
}

/** What the tab of a map holds before and after the neighbours of a node were unfolded and folded two hundred times. */
export async function heldOverRounds(browser: Browser, address: string, store: Store): Promise<Held> {
	const [{ topic } = { topic: '' }] = await store.read(strongest);
	const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
	const tab = await page.context().newCDPSession(page);
	await tab.send('HeapProfiler.enable');
	const held = async (): Promise<[megabytes: number, nodes: number]> => {
		// What is only reachable through what the first collection frees goes with the second.
		for (let time = 0; time < 2; time += 1) await tab.send('HeapProfiler.collectGarbage');
		const { usedSize } = await tab.send('Runtime.getHeapUsage');
		const { nodes } = await tab.send('Memory.getDOMCounters');
		return [usedSize / 1e6, nodes];
	};
	const walk = async (times: number) => {
		for (let time = 0; time < 2 * times; time += 1) {
			await page.keyboard.press('e');
			await page.waitForTimeout(drawn);
		}
	};
	try {
		await page.goto(`${address}/?scope=topics/${encodeURIComponent(topic)}`);
		await page.locator('[role=application]').focus();
		await page.waitForLoadState('networkidle');
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('Enter');
		await page.locator('[role=application]').focus();
		await walk(rounds.filling);
		const before = await held();
		await walk(rounds.measured);
		const after = await held();
		return { megabytes: [before[0], after[0]], nodes: [before[1], after[1]] };
	} finally {
		await page.close();
	}
}
