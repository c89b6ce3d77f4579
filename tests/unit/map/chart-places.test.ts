import { expect, test } from 'vitest';
import { placeNames, type SeenNode } from '#lib/map/name-places.ts';
import { mapNode, mapTopic } from '../made-up-picture.ts';
import { measure } from './made-up-faces.ts';

const topics = [
	mapTopic('ponds', [0, 0, 700, 500], { parent: 'topics/water' }),
	mapTopic('water', [0, 0, 700, 500])
];

function place(name: string, x: number, papers: number, given: Partial<SeenNode> = {}): SeenNode {
	return {
		node: mapNode(`concepts/${name}`, { papers, topic: 'ponds' as never }),
		...{ x, y: 400, radius: 8, isSelected: false, isHovered: false, isLit: false, isDim: false },
		...given
	};
}

/** What a chart leaves out of four places; the second lies on the first, and the third on the second alone. */
function leftOf(second: Partial<SeenNode> = {}): string[] {
	const nodes = [place('a', 100, 9), place('b', 115, 8, second), place('c', 117, 7), place('d', 300, 6)];
	const { left } = placeNames(
		{
			...{ nodes, topics, counts: null, landAt: () => null, scope: 'corpus', controls: [], isPhone: false },
			viewport: { zoom: 0.2, panX: 0, panY: 0, width: 800, height: 600 }
		},
		measure
	);
	return [...left].sort();
}

test('on a chart no place lies on a stronger one, and the next one takes its room', () => {
	expect(leftOf()).toEqual(['concepts/b']);
});

test('what is looked at stays, and what it lies on is left out, though it is stronger', () => {
	expect(leftOf({ isSelected: true })).toEqual(['concepts/a', 'concepts/c']);
	expect(leftOf({ isHovered: true })).toEqual(['concepts/a', 'concepts/c']);
});

test('a place gives way to a name that lies on its disc, also beside its middle, and to none that grazes it', () => {
	const scene = {
		...{ topics, counts: null, landAt: () => null, scope: 'corpus' as const, controls: [], isPhone: false }
	};
	const viewport = { zoom: 0.2, panX: 0, panY: 0, width: 800, height: 600 };
	const [name] = placeNames({ ...scene, nodes: [], viewport }, measure).names;
	if (!name) throw new Error('No name was placed.');
	const { left, bottom, top } = name.box;
	// Such a small land offers one place alone: a strong disc beside it does not move the name.
	const besides = (distance: number) =>
		placeNames(
			{ ...scene, viewport, nodes: [place('a', left - distance, 9, { y: (top + bottom) / 2, radius: 10 })] },
			measure
		);
	expect(besides(6).names[0]?.box).toEqual(name.box);
	expect([...besides(6).left]).toEqual(['concepts/a']);
	expect([...besides(8).left]).toEqual([]);
});
