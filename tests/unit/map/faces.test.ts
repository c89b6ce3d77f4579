import { expect, test } from 'vitest';
import { faces, whenFontsCome } from '#lib/map/faces.ts';

/** Fonts as a page has them: what is asked for comes when the test says. */
function pageFonts() {
	const listeners = new Set<() => void>();
	const asked: string[] = [];
	let come: () => void = () => undefined;
	const arrival = new Promise<void>((resolve) => (come = resolve));
	const fonts = {
		load: async (font: string) => {
			asked.push(font);
			await arrival;
			return [];
		},
		addEventListener: (_: string, listener: unknown) => void listeners.add(listener as () => void),
		removeEventListener: (_: string, listener: unknown) => void listeners.delete(listener as () => void)
	};
	return {
		fonts,
		asked,
		come,
		tell: () => {
			listeners.forEach((listener) => {
				listener();
			});
		}
	};
}

test('the map hears of its fonts when those of an overview are there, and of each that comes later', async () => {
	const { fonts, asked, come, tell } = pageFonts();
	let calls = 0;
	const end = whenFontsCome(fonts, () => (calls += 1));
	expect(asked).toContain(faces.first.font);
	expect(asked).not.toContain(faces.paper.font);
	expect(calls).toBe(0);
	come();
	await new Promise((resolve) => setTimeout(resolve));
	expect(calls).toBe(1);
	tell();
	expect(calls).toBe(2);
	end();
	tell();
	expect(calls).toBe(2);
});
