import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { z } from 'zod';
import { openStore } from '#lib/server/store.ts';
import { openOwnExplorer, type OwnExplorer } from './own-explorer.ts';

/**
 * Guards that what papers, people and files are called is text on every page, and nothing else; and that whoever is signed
 * in for reading meets no button that is only refused, whoever is for editing adds papers from elsewhere too.
 */

const [editing, reading] = ['heron by the pond', 'duck on the water'];
const attack =
	'<script>window.hit = 1</script><img src=x onerror="window.hit = 2"> {@html "<b class=hit>"} &lt;b&gt; \u202Egnp.exe\u202C "\'><svg onload=window.hit=3> ]]> javascript:window.hit=4';
let explorer: OwnExplorer;
/** Pages on which texts of papers, people and files stand. */
let pages: string[];

test.beforeAll(async () => {
	test.setTimeout(240_000);
	explorer = await openOwnExplorer({ THROUGHLINE_PASSWORD: editing, THROUGHLINE_READING_PASSWORD: reading });
	const paper = (id: string) => ({
		...{
			id,
			title: `On pond rakes ${attack}`,
			abstract: `We rake pond water. ${attack}`,
			date: '2026-01-01'
		},
		...{
			authors: [attack, 'A. Heron'],
			organization: attack,
			url: 'javascript:window.hit=5',
			keywords: [attack]
		}
	});
	const file = join(explorer.folder, 'a<img src=x onerror=alert(1)>.jsonl');
	await writeFile(file, `${JSON.stringify(paper('hostile'))}\n${JSON.stringify({ abstract: attack })}\n`);
	const { code } = await explorer.ingest(file, '--library', attack.slice(0, 100));
	expect(code).toBe(0);
	// Readers take mark-up out: whatever the store holds, however it came there, is text all the same.
	const store = await openStore({ url: explorer.graph, joinOnly: true });
	try {
		await store.write((transaction) =>
			transaction.run(
				`MATCH (p:Paper {id: 'hostile'}) SET p.title = $attack, p.abstract = $attack, p.venue = $attack, p.url = 'javascript:window.hit=6'
WITH p MATCH (p)-[:MENTIONS]->(c:Concept) SET c.name = $attack, c.label = $attack, c.aliases = [$attack]
WITH DISTINCT p MATCH (p)-[:IN_TOPIC]->(t:Topic) SET t.name = $attack, t.terms = [$attack]
WITH DISTINCT p MATCH (n) WHERE n:Author OR n:Organization OR n:LibraryEntry SET n.name = $attack, n.title = $attack, n.note = $attack
WITH DISTINCT p MATCH (i:Ingest) SET i.sources = [$attack]`,
				{ attack }
			)
		);
		const [named] = await store.read({
			text: `MATCH (:Paper {id: 'hostile'})-[:MENTIONS]->(c:Concept) OPTIONAL MATCH (:Paper {id: 'hostile'})-[:IN_TOPIC]->(t)
RETURN c.id AS concept, t.id AS topic LIMIT 1`,
			row: z.object({ concept: z.string(), topic: z.string() })
		});
		const [concept, topic] = [named?.concept ?? '', named?.topic ?? ''].map(encodeURIComponent);
		pages = [
			...[
				'/',
				'/?at=papers/hostile',
				`/?scope=topics/${topic}`,
				`/?at=concepts/${concept}`,
				'/papers',
				'/papers/hostile'
			],
			...['/concepts', `/concepts/${concept}`, '/topics', `/topics/${topic}`, '/search?q=rakes'],
			...[
				`/search?q=${encodeURIComponent(attack.slice(0, 200))}`,
				'/related?of=papers/hostile',
				`/library/next?of=concepts/${concept}`
			],
			...[
				`/path?from=concepts/${concept}&to=papers/hostile`,
				'/library',
				'/ingest',
				'/ingest/changes',
				'/curate'
			],
			...[`/curate/wrong?concept=${concept}&paper=hostile`, '/queries', '/schema', '/views'],
			`/query?cypher=${encodeURIComponent("MATCH (p:Paper {id: 'hostile'}) RETURN p, p.title, p.url")}`
		];
	} finally {
		await store.close();
	}
});

test.afterAll(() => explorer.end());

async function pageFor(context: BrowserContext, password: string): Promise<Page> {
	await context.setExtraHTTPHeaders({ authorization: `Bearer ${password}` });
	return context.newPage();
}

test('names, titles and abstracts are text on every page', async ({ context }) => {
	test.setTimeout(240_000);
	const page = await pageFor(context, editing);
	const dialogs: string[] = [];
	page.on('dialog', (dialog) => {
		dialogs.push(dialog.message());
		void dialog.dismiss();
	});
	let shown = 0;
	for (const path of pages) {
		const answer = await page.goto(`${explorer.origin}${path}`);
		expect([path, answer?.status()]).toEqual([path, 200]);
		await page.waitForLoadState('networkidle');
		const found = await page.evaluate(() => ({
			hit: (window as unknown as { hit?: number }).hit ?? null,
			images: document.querySelectorAll('img[src="x"], .hit, [onerror], [onload]').length,
			scripts: [...document.querySelectorAll('a, form, button, iframe')].filter((element) =>
				['href', 'action', 'formaction', 'src'].some((name) =>
					/^\s*javascript:/i.test(element.getAttribute(name) ?? '')
				)
			).length,
			isShown: document.body.innerText.includes('onerror="window.hit = 2"')
		}));
		expect([path, found.hit, found.images, found.scripts]).toEqual([path, null, 0, 0]);
		if (found.isShown) shown += 1;
	}
	expect(dialogs).toEqual([]);
	// It is not that nothing of it was on the pages.
	expect(shown).toBeGreaterThan(12);
	await page.goto(`${explorer.origin}/papers/hostile`);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('<script>window.hit = 1</script>');
	// A text that runs from right to left ends with itself: what stands behind it is not turned round.
	await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('dir', 'auto');
});

test('whoever reads meets no button that is only refused', async ({ context }) => {
	test.setTimeout(120_000);
	const page = await pageFor(context, reading);
	for (const path of pages) {
		await page.goto(`${explorer.origin}${path}`);
		const refused = await page.evaluate(() =>
			[...document.querySelectorAll('form[method="post" i] button, .edits')]
				.filter((element) => element.getClientRects().length > 0)
				.map((element) => element.textContent.trim())
		);
		expect([path, refused]).toEqual([path, []]);
	}
	await page.goto(`${explorer.origin}/ingest`);
	await expect(page.getByRole('button', { name: 'Choose files' })).toBeHidden();
	await page.goto(`${explorer.origin}/library`);
	await expect(page.getByText('In the library: to read, with a note.').first()).toBeVisible();
	await page.goto(`${explorer.origin}/queries`);
	await expect(page.getByRole('link', { name: 'New query' })).toBeHidden();
	await expect(page.getByRole('link', { name: 'Console' })).toBeVisible();
});

test('whoever is signed in for editing adds papers from elsewhere; whoever reads does not', async ({
	request
}) => {
	const send = (password: string) =>
		request.post(`${explorer.origin}/api/ingest`, {
			headers: { authorization: `Bearer ${password}`, 'x-forwarded-for': '192.0.2.7' },
			data: { files: [{ name: 'ponds.bib', bytes: 10 }] }
		});
	expect((await send(reading)).status()).toBe(403);
	const begun = await send(editing);
	expect(begun.status()).toBe(200);
	const { id } = (await begun.json()) as { id: string };
	const ended = await request.post(`${explorer.origin}/api/ingest/cancel`, {
		headers: { authorization: `Bearer ${editing}`, 'x-forwarded-for': '192.0.2.7' },
		data: { job: id }
	});
	expect(ended.status()).toBe(200);
});
