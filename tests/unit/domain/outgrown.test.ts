import { expect, test } from 'vitest';
import { hasOutgrown } from '#lib/domain/outgrown.ts';

test.each([
	[100, 100, false],
	[125, 100, false],
	[126, 100, true],
	[0, 0, false]
])('%d papers on a map that was drawn of %d: %s', (papers, drawn, expected) => {
	expect(hasOutgrown(papers, drawn)).toBe(expected);
});
