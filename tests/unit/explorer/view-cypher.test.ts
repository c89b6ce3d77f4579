import { expect, test } from 'vitest';
import { cypherOfPicture } from '#lib/explorer/view-cypher.ts';
import { mapEdge, mapNode } from '../made-up-picture.ts';

test('names what is drawn once, in its order, and keeps what people wrote inside its quotes', () => {
	const hostile = 'papers/a"] RETURN 1 // \\u0022' as const;
	const nodes = [mapNode('concepts/heron'), mapNode(hostile)];
	const cypher = cypherOfPicture({
		...{ nodes, edges: [mapEdge(hostile, 'concepts/heron')], by: 'weight' },
		...{ concepts: { shown: 1, total: 9 }, papers: { shown: 1, total: 1 } }
	});
	expect(cypher).toContain('// What the map draws: 1 concept and 1 paper, chosen by weight.');
	expect(cypher).toContain(
		`WITH ["concepts/heron", ${JSON.stringify(hostile)}] AS drawn, ["1 MENTIONS 0"] AS lines`
	);
});
