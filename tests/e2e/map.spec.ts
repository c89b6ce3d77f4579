import { expect, test, type Page } from '@playwright/test';
import { mapLandSchema, mapPictureSchema, type MapNode, type MapPicture } from '#lib/domain/map-picture.ts';
import { foundDotsSchema } from '#lib/domain/answers.ts';

/** What people do on the map with pointer and wheel, on the real build: every place is taken from what the API says. */

interface Point {
	x: number;
	y: number;
}

async function pictureOf(page: Page, scope = 'corpus'): Promise<MapPicture> {
	const response = await page.request.get(`/api/map?scope=${encodeURIComponent(scope)}`);
	return mapPictureSchema.parse(await response.json());
}

/** Opens the map with a point of the world in its middle, and gives where that is on the page. */
async function open(page: Page, { x, y }: Point, zoom: number, more = ''): Promise<Point> {
	await page.goto(`/?camera=${x.toFixed(1)},${y.toFixed(1)},${zoom}${more}`);
	await page.waitForFunction(() => performance.getEntriesByName('map drawn').length > 0);
	// The land, the dots and the fonts come a moment later.
	await page.waitForLoadState('networkidle');
	await page.waitForTimeout(400);
	const box = await page.getByRole('application').boundingBox();
	return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
}

const cameraOf = (page: Page): number[] =>
	(new URL(page.url()).searchParams.get('camera') ?? '').split(',').map(Number);
const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);
/** How far the nearest of some nodes is. */
const clearance = (at: Point, nodes: MapNode[]) => Math.min(...nodes.map((node) => distance(at, node)));

test('four notches of the wheel double the map, at the pointer', async ({ page }) => {
	const middle = await open(page, { x: 0, y: 0 }, 0.8);
	await page.mouse.move(middle.x, middle.y);
	const turn = async (notches: number) => {
		for (let turned = 0; turned < notches; turned += 1) await page.mouse.wheel(0, -100);
	};
	const zoom = () => cameraOf(page)[2] ?? 0;
	await turn(2);
	await expect.poll(zoom).toBeGreaterThan(1.05);
	expect(zoom()).toBeLessThan(1.6);
	await turn(3);
	await expect.poll(zoom).toBeGreaterThan(1.6);
	const [x = NaN, y = NaN] = cameraOf(page);
	expect(Math.hypot(x, y)).toBeLessThan(3);
});

test('a click on land selects its topic, and two enter it', async ({ page }) => {
	const { nodes } = await pictureOf(page);
	const { topics } = mapLandSchema.parse(await (await page.request.get('/api/topics')).json());
	const free = topics
		.flatMap((topic) =>
			[-0.3, -0.15, 0, 0.15, 0.3].flatMap((dx) =>
				[-0.3, -0.15, 0, 0.15, 0.3].map((dy) => {
					const [left = 0, top = 0, right = 0, bottom = 0] = topic.box;
					const at = { x: topic.x + dx * (right - left), y: topic.y + dy * (bottom - top) };
					return { topic, at, room: clearance(at, nodes) };
				})
			)
		)
		.sort((a, b) => b.room - a.room);
	const [best] = free;
	if (!best) throw new Error('there is no topic');
	const middle = await open(page, best.at, 3);
	await page.mouse.click(middle.x, middle.y);
	await expect(page).toHaveURL(/at=topics/);
	await expect(page.getByRole('complementary', { name: 'Details' })).toContainText(/papers?/);
	await page.mouse.dblclick(middle.x, middle.y);
	await expect(page).toHaveURL(/scope=topics/);
});

test('a dot tells its title, and a click opens its paper', async ({ page }) => {
	const { nodes } = await pictureOf(page);
	const concepts = nodes.filter(({ kind }) => kind !== 'paper');
	const papers = nodes.filter(({ kind }) => kind === 'paper');
	papers.sort((a, b) => clearance(b, concepts) - clearance(a, concepts));
	// The name of a topic may lie on the loneliest.
	let lonely = papers[0];
	let middle: Point = { x: 0, y: 0 };
	for (const paper of papers.slice(0, 6)) {
		lonely = paper;
		middle = await open(page, paper, 0.4);
		await page.mouse.move(middle.x + 30, middle.y + 30);
		await page.mouse.move(middle.x, middle.y, { steps: 5 });
		await page.waitForTimeout(800);
		if ((await page.locator('.card').filter({ hasText: paper.title }).count()) > 0) break;
	}
	if (!lonely) throw new Error('there is no paper');
	await expect(page.locator('.card')).toContainText(lonely.title);
	await page.mouse.move(middle.x + 200, middle.y);
	await expect(page.locator('.card').filter({ hasText: lonely.title })).toHaveCount(0);
	await page.mouse.click(middle.x, middle.y);
	await expect(page).toHaveURL(new RegExp(`at=${lonely.id}`));
});

test('a click on a line tells why it is there', async ({ page }) => {
	const { nodes, edges } = await pictureOf(page);
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const lines = edges.flatMap(({ source, target }) => {
		const [a, b] = [byId.get(source), byId.get(target)];
		if (!a || !b) return [];
		const at = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
		return [{ a, b, at, room: clearance(at, nodes) }];
	});
	const [line] = lines.sort((one, other) => other.room - one.room);
	if (!line) throw new Error('there is no line');
	const middle = await open(page, line.at, 4);
	await page.mouse.click(middle.x, middle.y);
	await expect(page).toHaveURL(/line=/);
	const details = page.getByRole('complementary', { name: 'Details' });
	await expect(details.getByText('Why there is a line')).toBeVisible();
	await expect(details.locator('mark').first()).toBeVisible();
});

test('what narrows the map stands in chips, and each cross lifts its own', async ({ page }) => {
	const { nodes } = await pictureOf(page);
	const hidden = nodes[0]?.id ?? '';
	await page.goto(`/?without=paper&from=2024&hide=${hidden}&find=reward+model`);
	const chips = page.getByRole('list', { name: 'What narrows the map' });
	const { dots } = foundDotsSchema.parse(
		await (await page.request.get('/api/dots/found?q=reward+model')).json()
	);
	await expect(chips).toContainText('without papers');
	await expect(chips).toContainText('since');
	await expect(chips).toContainText('1 hidden');
	await expect(chips).toContainText(`“reward model” · ${dots.length} papers`);
	await chips.getByRole('button', { name: 'Lift: 1 hidden' }).click();
	await expect(page).not.toHaveURL(/hide=/);
	await expect(page).toHaveURL(/without=paper/);
	await expect(chips).not.toContainText('hidden');
});

test('where one has been is one click back, also after a reload', async ({ page }) => {
	const concepts = (await pictureOf(page)).nodes.filter(({ kind }) => kind !== 'paper').slice(0, 3);
	for (const { id } of concepts) {
		await page.goto(`/?at=${encodeURIComponent(id)}`);
		await expect(page.getByRole('complementary', { name: 'Details' }).locator('h2')).toBeVisible();
		await page.waitForLoadState('networkidle');
	}
	const trail = page.getByRole('navigation', { name: 'Where you have been' });
	await expect(trail.getByRole('link')).toHaveCount(2);
	// Lists mark where one has been.
	await page.getByRole('button', { name: 'List what is drawn' }).click();
	const list = page.getByRole('complementary', { name: 'Filters and topics' });
	await expect(list.getByRole('img', { name: 'visited' })).toHaveCount(3);
	await trail.getByRole('link').first().click();
	await expect(page).toHaveURL(new RegExp(`at=${concepts[0]?.id ?? ''}`));
	await expect(trail).toHaveCount(0);
});

test('nodes chosen with Shift make a picture of their own, that has a name and a way back', async ({
	page
}) => {
	const { nodes } = await pictureOf(page);
	const [hub] = nodes;
	if (!hub) throw new Error('there is no concept');
	const middle = await open(page, hub, 2);
	await page.keyboard.down('Shift');
	await page.mouse.click(middle.x, middle.y);
	await page.keyboard.up('Shift');
	await expect(page.getByText('1 gathered')).toBeVisible();
	await page.getByRole('button', { name: 'Open as map' }).click();
	await expect(page).toHaveURL(new RegExp(`only=${hub.id}`));
	await page.getByLabel('Name of this picture').fill('Mine');
	await page.getByLabel('Name of this picture').press('Enter');
	await expect(page).toHaveURL(/name=Mine/);
	await page.getByRole('button', { name: 'Whole map' }).first().click();
	await expect(page).not.toHaveURL(/only=/);
});

test('dates play and stop, and leave the view as it was', async ({ page }) => {
	await open(page, { x: 0, y: 0 }, 0.5);
	const before = page.url();
	await page.getByRole('button', { name: 'Play through time' }).click();
	await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeVisible();
	await page.waitForTimeout(500);
	await page.getByRole('button', { name: 'Stop', exact: true }).click();
	await expect(page.getByRole('button', { name: 'Play through time' })).toBeVisible();
	expect(page.url()).toBe(before);
});

test('an address that is broken or hostile shows what it can and says what it dropped', async ({ page }) => {
	page.on('dialog', () => {
		throw new Error('a script of the address ran');
	});
	const parts = [
		'open=papers/nobody',
		'hide=concepts/<script>alert(1)</script>',
		'from=tomorrow',
		'camera=a,b,c',
		'grow=concepts/x~everything',
		`name=${'x'.repeat(300)}`,
		'line=concepts/a',
		`pin=${encodeURIComponent(`concepts/${'y'.repeat(20_000)}`)}`
	];
	const response = await page.goto(`/?${parts.join('&')}`);
	expect(response?.status()).toBe(200);
	const note = page.getByRole('status').filter({ hasText: 'The rest is shown' });
	await expect(note).toContainText('no longer in the graph');
	await expect(note).toContainText('“from”');
	await expect(note).toContainText('“camera”');
	await expect(page.getByRole('application')).toBeVisible();
	await note.getByRole('button', { name: 'Close' }).click();
	await expect(note).toHaveCount(0);
});
