import { expect, test } from 'vitest';
import { cypherOfPicture } from '#lib/explorer/view-cypher.ts';
import { mapEdge, mapNode } from '../made-up-picture.ts';

test('names what is drawn, in its order, and keeps what people wrote inside its quotes', () => {
	const hostile = 'papers/a"] RETURN 1 // \\u0022' as const;
	const nodes = [mapNode('concepts/heron'), mapNode(hostile)];
	const cypher = cypherOfPicture({
		...{ nodes, edges: [mapEdge(hostile, 'concepts/heron')], by: 'weight' },
		...{ concepts: { shown: 1, total: 9 }, papers: { shown: 1, total: 1 } }
	});
	const quoted = JSON.stringify(hostile.slice('papers/'.length));
	expect(cypher).toContain(`// What the map draws: 1 concepts and 1 papers, chosen by weight.`);
	expect(cypher).toContain('node.id IN ["heron"]');
	expect(cypher).toContain(`node.id IN [${quoted}]`);
	expect(cypher).toContain(`WITH ["concepts/heron", ${JSON.stringify(hostile)}] AS drawn`);
});
