import { expect, test } from 'vitest';
import { mapKeyOf } from '#lib/explorer/map-key.ts';
import { mapEdge, mapNode } from '../made-up-picture.ts';

const [pond, lake] = ['concepts/pond', 'concepts/lake'] as const;

test('the key names each kind of line and of mark that is drawn once, in one order, and no other', () => {
	const types = ['CITES', 'BROADER', 'CO_OCCURS', 'MENTIONS', 'BROADER', 'MENTIONS'] as const;
	const marks = ['new', 'to-read', undefined, 'new'] as const;
	const { lines, marks: marked } = mapKeyOf({
		edges: types.map((type) => mapEdge(pond, lake, { type })),
		nodes: marks.map((reading, at) => mapNode(`papers/p${at}`, reading ? { reading } : {}))
	});
	expect(lines.map(({ word }) => word)).toEqual(['mentions', 'occur together', 'is narrower than', 'cites']);
	expect(marked).toEqual([
		{ mark: 'to-read', word: 'paper: to read' },
		{ mark: 'new', word: 'paper: new' }
	]);
});

test('where nothing has to be explained the key is empty', () => {
	expect(mapKeyOf({ nodes: [mapNode(pond)], edges: [] })).toEqual({ lines: [], marks: [] });
});
