import { expect, test } from 'vitest';
import { lineWords } from '#lib/explorer/line-words.ts';

test('a line tells its papers or its score, and others neither', () => {
	const told = (type: 'CO_OCCURS' | 'RELATED' | 'MENTIONS', papers: number) =>
		lineWords({ type, papers, weight: 0.456 });
	expect(told('CO_OCCURS', 1)).toEqual({ between: 'occurs together with', behind: 'in 1 paper' });
	expect(told('RELATED', 1)).toEqual({ between: 'is related to', behind: '0.46' });
	expect(told('MENTIONS', 3)).toEqual({ between: 'mentions', behind: '' });
});
