import { describe, expect, test } from 'vitest';
import type { MapScope, MapTopic } from '#lib/domain/map-picture.ts';
import { scopeOfCamera } from '#lib/explorer/scope-of-camera.ts';

function topic(id: string, box: number[], parent: string | null = null): MapTopic {
	return {
		id: `topics/${id}`,
		name: id,
		terms: [],
		level: parent ? 2 : 1,
		parent: parent ? `topics/${parent}` : null,
		papers: 1,
		concepts: 1,
		x: 0,
		y: 0,
		box,
		coast: [],
		farCoast: [],
		anchors: []
	};
}

const topics = [
	topic('left', [0, 0, 400, 400]),
	topic('right', [500, 0, 900, 400]),
	topic('right-part', [520, 20, 620, 120], 'right')
];
const size = { width: 800, height: 800 };

describe('scopeOfCamera', () => {
	const cases: [string, MapScope, { x: number; y: number; zoom: number }, MapScope][] = [
		['the whole map stays whole', 'corpus', { x: 450, y: 200, zoom: 0.8 }, 'corpus'],
		['a topic that fills the view is entered', 'corpus', { x: 200, y: 200, zoom: 1.6 }, 'topics/left'],
		['not one beside the middle', 'corpus', { x: 450, y: 200, zoom: 1.6 }, 'corpus'],
		['a little smaller it is kept', 'topics/left', { x: 200, y: 200, zoom: 1 }, 'topics/left'],
		['far away it is left', 'topics/left', { x: 200, y: 200, zoom: 0.8 }, 'corpus'],
		['a part is entered from its topic', 'topics/right', { x: 570, y: 70, zoom: 6 }, 'topics/right-part'],
		['and left for it', 'topics/right-part', { x: 570, y: 70, zoom: 3 }, 'topics/right'],
		['moving aside changes the topic', 'topics/left', { x: 700, y: 200, zoom: 1.6 }, 'topics/right'],
		["a concept's surroundings are not left", 'concepts/a', { x: 200, y: 200, zoom: 1.6 }, 'concepts/a']
	];
	test.each(cases)('%s', (_, scope, camera, expected) => {
		expect(scopeOfCamera(scope, topics, camera, size)).toBe(expected);
	});
});
