import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

/** Guards that every page can be read by everyone: axe finds nothing serious, light and dark. */
const paths = [
	'/',
	'/papers',
	'/papers?q=ratonale',
	'/concepts',
	'/concepts/rationale',
	'/topics',
	'/queries',
	'/queries/papers-of-two-concepts',
	'/path?from=GRPO&to=rationale&avoid=concepts/large-language-model',
	'/related',
	'/search?q=ratonale',
	'/help'
];
for (const colorScheme of ['light', 'dark'] as const) {
	for (const path of paths) {
		test(`${path} in ${colorScheme}`, async ({ browser }) => {
			const context = await browser.newContext({ colorScheme });
			const page = await context.newPage();
			await page.goto(path);
			const { violations } = await new AxeBuilder({ page }).analyze();
			const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
			expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
			await context.close();
		});
	}
}
