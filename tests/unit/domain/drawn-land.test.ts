import { expect, test } from 'vitest';
import { drawnLand, landOfDrawn } from '#lib/domain/drawn-land.ts';
import { nodeRef } from '#lib/domain/ids.ts';
import type { MapLand, MapTopic } from '#lib/domain/map-picture.ts';

function topic(id: string, parent: string | null, coast: number[], farCoast: number[]): MapTopic {
	return {
		...{
			id: nodeRef('topics', id),
			name: id,
			terms: ['pond'],
			level: parent ? 2 : 1,
			papers: 9,
			concepts: 9
		},
		...{
			parent: parent === null ? null : nodeRef('topics', parent),
			x: 0,
			y: 0,
			box: [0, 0, 9, 9],
			anchors: [1]
		},
		...{ coast, farCoast }
	};
}

test('drawnLand sends what is drawn, and landOfDrawn makes the land of it again', () => {
	const [near, far] = [
		[3, 10, 20, 12, 25, 8, 21],
		[2, 10, 20, 12, 25]
	];
	const land: MapLand = {
		generation: 'g',
		topics: [
			topic('large', null, near, far),
			topic('small', 'large', near, far),
			topic('alone', null, near, far)
		]
	};
	const sent = drawnLand(land);
	expect(sent.topics.map(({ coast }) => coast)).toEqual([
		[],
		[3, 10, 20, 2, 5, -4, -4],
		[3, 10, 20, 2, 5, -4, -4]
	]);
	expect(sent.topics.map(({ farCoast }) => farCoast)).toEqual(Array(3).fill([2, 10, 20, 2, 5]));
	expect(sent.topics.flatMap(({ terms }) => terms)).toEqual([]);
	expect(landOfDrawn(sent)).toEqual({
		...land,
		topics: land.topics.map((one, at) => ({ ...one, terms: [], coast: at === 0 ? far : near }))
	});
});
