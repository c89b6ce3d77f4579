import { expect, test } from 'vitest';
import { drawnLines, lineWords } from '#lib/explorer/line-words.ts';

test('the key names each kind of line that is drawn once, in one order, and no other', () => {
	const edges = (['BROADER', 'CO_OCCURS', 'MENTIONS', 'BROADER', 'MENTIONS'] as const).map((type) => ({
		type
	}));
	expect(drawnLines(edges).map(({ word }) => word)).toEqual([
		'mentions',
		'occur together',
		'is narrower than'
	]);
	expect(drawnLines([])).toEqual([]);
});

test('a line tells its papers or its score, and others neither', () => {
	const told = (type: 'CO_OCCURS' | 'RELATED' | 'MENTIONS', papers: number) =>
		lineWords({ type, papers, weight: 0.456 });
	expect(told('CO_OCCURS', 1)).toEqual({ between: 'occurs together with', behind: 'in 1 paper' });
	expect(told('RELATED', 1)).toEqual({ between: 'is related to', behind: '0.46' });
	expect(told('MENTIONS', 3)).toEqual({ between: 'mentions', behind: '' });
});
