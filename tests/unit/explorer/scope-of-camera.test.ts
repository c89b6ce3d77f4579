import { describe, expect, test } from 'vitest';
import type { MapScope } from '#lib/domain/map-picture.ts';
import type { Camera } from '#lib/domain/view.ts';
import { scopeOfCamera } from '#lib/explorer/scope-of-camera.ts';
import { mapTopic } from '../made-up-picture.ts';

const topics = [
	mapTopic('left', [0, 0, 400, 400]),
	mapTopic('right', [500, 0, 900, 400]),
	mapTopic('right-part', [520, 20, 620, 120], { parent: 'topics/right' }),
	mapTopic('right-end', [640, 20, 740, 120], { parent: 'topics/right' }),
	mapTopic('long', [0, 2000, 1000, 2100])
];
/** At zoom 1 it sees 800 x 400 of the world. */
const size = { width: 800, height: 400 };
const at = (x: number, y: number, zoom: number): Camera => ({ x, y, zoom });

describe('scopeOfCamera', () => {
	test.each<[string, MapScope, Camera, MapScope]>([
		['the whole map stays whole', 'corpus', at(450, 200, 0.4), 'corpus'],
		['a topic that fills the view is entered', 'corpus', at(200, 200, 1.6), 'topics/left'],
		['a topic that holds 36 % of the view is entered', 'corpus', at(200, 200, 0.85), 'topics/left'],
		['one that holds a little less is not', 'corpus', at(200, 200, 0.845), 'corpus'],
		['not one beside the middle', 'corpus', at(401, 200, 1.6), 'corpus'],
		['one whose edge is in the middle', 'corpus', at(400, 200, 3), 'topics/left'],
		['not one above the middle', 'corpus', at(200, 401, 1.6), 'corpus'],
		['one whose upper edge is in the middle', 'corpus', at(0, 0, 8), 'corpus'],
		['not one right of the middle', 'corpus', at(499, 200, 3), 'corpus'],
		['one right in the middle at its left edge', 'corpus', at(500, 200, 4), 'topics/right'],
		['one below in the middle at its upper edge', 'corpus', at(200, 0, 2), 'topics/left'],
		['one above in the middle at its lower edge', 'corpus', at(200, 400, 2), 'topics/left'],
		['not one below the middle', 'corpus', at(200, -1, 2), 'corpus'],
		['a small topic is not entered from the whole map', 'corpus', at(570, 70, 6), 'topics/right'],
		['a little smaller it is kept', 'topics/left', at(200, 200, 0.7), 'topics/left'],
		['with 45 % of one side it is kept', 'topics/left', at(200, 200, 0.45), 'topics/left'],
		['with less of both sides it is left', 'topics/left', at(200, 200, 0.44), 'corpus'],
		['with less of one side only it is kept', 'topics/long', at(500, 2050, 0.8), 'topics/long'],
		['what is half out of view is left', 'topics/left', at(750, 550, 1.2), 'corpus'],
		['a part is entered from its topic', 'topics/right', at(570, 70, 6), 'topics/right-part'],
		['and left for it', 'topics/right-part', at(570, 70, 1.7), 'topics/right'],
		['not for the whole map at once', 'topics/right-part', at(570, 70, 0.1), 'topics/right'],
		['a part is kept where it fills the view', 'topics/right-part', at(570, 70, 6), 'topics/right-part'],
		['moving aside changes the part', 'topics/right-part', at(670, 70, 5), 'topics/right-end'],
		['moving aside changes the topic', 'topics/left', at(610, 200, 1.2), 'topics/right'],
		['moving far aside as well', 'topics/left', at(700, 200, 1.6), 'topics/right'],
		["a concept's surroundings are not left", 'concepts/a', at(200, 200, 1.6), 'concepts/a'],
		['nor those of a topic that is gone', 'topics/gone', at(200, 200, 1.6), 'topics/gone']
	])('%s', (_, scope, camera, expected) => {
		expect(scopeOfCamera(scope, topics, camera, size)).toBe(expected);
	});
});
