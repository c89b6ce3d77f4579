import { describe, expect, test } from 'vitest';
import { seededRandom } from '#lib/graph/random.ts';
import type { MapNode, MapScope } from '#lib/domain/map-picture.ts';
import { topicFace, faces } from '#lib/map/faces.ts';
import { middleZoom } from '#lib/map/lighting.ts';
import { placeNames, type Scene, type SeenNode } from '#lib/map/name-places.ts';
import { mapNode, mapTopic } from '../made-up-picture.ts';
import { measure, overlapsOf } from './made-up-faces.ts';

function seen(
	id: MapNode['id'],
	x: number,
	y: number,
	given: Partial<Omit<SeenNode, 'node'>> & { node?: Partial<MapNode> } = {}
): SeenNode {
	const { node, ...rest } = given;
	const plain = { isSelected: false, isHovered: false, isLit: false, isDim: false };
	return { node: mapNode(id, node), x, y, radius: 5, ...plain, ...rest };
}

const viewport = { zoom: 1, panX: 0, panY: 0, width: 800, height: 600 };

function placed(nodes: SeenNode[], given: Partial<Omit<Scene, 'viewport'>> & { zoom?: number } = {}) {
	const { zoom = 1, ...rest } = given;
	const scene: Scene = {
		...{ nodes, topics: [], counts: null, landAt: () => null, scope: 'corpus', controls: [], isPhone: false },
		...rest,
		viewport: { ...viewport, zoom }
	};
	return placeNames(scene, measure);
}

function labelled(...given: Parameters<typeof placed>): string[] {
	return placed(...given).labels.map(({ id }) => id.slice(id.indexOf('/') + 1));
}

/** Far apart from each other, so that all have room. */
const a = (given = {}) => seen('concepts/a', 100, 100, { node: { papers: 3 }, ...given });
const b = (given = {}) => seen('concepts/b', 100, 300, { node: { papers: 9 }, ...given });
const c = (given = {}) => seen('concepts/c', 100, 500, { node: { papers: 1 }, ...given });
const p = (given = {}) => seen('papers/p', 500, 100, { node: { topic: 'ponds' as never }, ...given });

describe('the labels of placeNames', () => {
	test.each<[string, SeenNode[], object, string[]]>([
		['concepts by their papers', [a(), b(), c()], {}, ['b', 'a', 'c']],
		['what is selected before all', [a(), b(), c({ isSelected: true })], {}, ['c', 'b', 'a']],
		['what is hovered before all', [a({ isHovered: true }), b(), c()], {}, ['a', 'b', 'c']],
		['papers only nearby, behind concepts', [p(), c()], { zoom: middleZoom }, ['c', 'p']],
		['no papers further off', [p(), c()], { zoom: middleZoom - 0.01 }, ['c']],
		['a selected paper from anywhere', [p({ isSelected: true }), c()], { zoom: 0.1 }, ['p', 'c']],
		['only lit places while something is lit', [a({ isLit: true }), b(), c({ isLit: true })], {}, ['a', 'c']],
		['of lit places none that is dim', [a({ isLit: true, isDim: true }), c({ isLit: true })], {}, ['c']],
		[
			'a lit paper before a lit concept of three papers, behind one of nine',
			[a({ isLit: true }), p({ isLit: true }), b({ isLit: true })],
			{},
			['b', 'p', 'a']
		],
		[
			'nothing out of view',
			[seen('concepts/x', -21, 100, { radius: 30 }), seen('concepts/y', 100, 621, { radius: 30 }), c()],
			{},
			['c']
		],
		[
			'what is just beside the view, inside',
			[seen('concepts/x', -19, 100, { radius: 30, node: { papers: 2 } }), c()],
			{},
			['x', 'c']
		],
		['nothing where nothing is', [], {}, []]
	])('are %s', (_, nodes, given, expected) => {
		expect(labelled(nodes, given)).toEqual(expected);
	});

	const topics = [
		mapTopic('ponds', [0, 0, 10, 10], { parent: 'topics/water' }),
		mapTopic('water', [0, 0, 10, 10]),
		mapTopic('sky', [0, 0, 10, 10])
	];
	test.each<[MapScope, string[]]>([
		['corpus', ['p', 'q']],
		['topics/ponds', ['p']],
		['topics/water', ['p']],
		['topics/sky', []],
		['concepts/a', ['p', 'q']]
	])('within %s are those of its papers: %j', (scope, expected) => {
		const q = seen('papers/q', 500, 400);
		const names = labelled([p(), q], { scope, topics, zoom: 2 });
		expect(names).toEqual(expected);
	});

	test('are set by their rank, and what is selected is set largest', () => {
		const many = Array.from({ length: 90 }, (_, at) =>
			seen(`concepts/n${at}`, 40 + 200 * (at % 4), 12 + 25 * Math.floor(at / 4), {
				node: { papers: 100 - at }
			})
		);
		many.push(seen('concepts/chosen', 700, 590, { isSelected: true }), seen('papers/x', 600, 590));
		const faceOf = new Map(placed(many, { zoom: 2 }).labels.map(({ id, lines }) => [id, lines[0]?.face]));
		expect(faceOf.get('concepts/n11')).toBe(faces.first);
		expect(faceOf.get('concepts/n12')).toBe(faces.second);
		expect(faceOf.get('concepts/n34')).toBe(faces.third);
		expect(faceOf.get('concepts/n80')).toBe(faces.rest);
		expect(faceOf.get('concepts/chosen')).toBe(faces.selected);
		expect(faceOf.get('papers/x')).toBe(faces.paper);
	});

	/** Weak places on all sides of a node, as if in a crowd, so wide that a label beside it has no room. */
	const crowd = (x: number, y: number) =>
		[-24, 0, 24].flatMap((dx) =>
			[-18, 0, 18].flatMap((dy) =>
				dx === 0 && dy === 0 ? [] : [seen(`papers/at-${x + dx}-${y + dy}`, x + dx, y + dy, { radius: 9 })]
			)
		);
	test('of the twenty strongest stand further off in a crowd, those of others are left out', () => {
		const strong = Array.from({ length: 20 }, (_, at) =>
			seen(`concepts/s${at}`, 20 + at * 38, 580, { node: { papers: 50, name: '.' } })
		);
		const weak = seen('concepts/weak', 400, 300, { node: { papers: 2 } });
		expect(labelled([...strong.slice(1), weak, ...crowd(400, 300)])).toContain('weak');
		expect(labelled([...strong, weak, ...crowd(400, 300)])).not.toContain('weak');
	});

	test('keep off strong places, and off controls', () => {
		const wall = { left: 0, top: 0, right: 800, bottom: 600 };
		expect(labelled([a()], { controls: [wall] })).toEqual([]);
		expect(labelled([a({ isSelected: true })], { controls: [wall] })).toEqual(['a']);
		const right = { left: 110, top: 0, right: 800, bottom: 600 };
		const [label] = placed([a()], { controls: [right] }).labels;
		expect((label?.box.right ?? 999) <= 110).toBe(true);
	});

	test('leave room for the number of neighbours that are not drawn, where it is shown', () => {
		// The number stands at the lower right, from 4 to 35 pixels off the middle.
		const node = { papers: 3, more: 7 };
		const leftOf = (given: object) => {
			const other = seen('concepts/o', 130, 112, { node: { papers: 2, name: 'oo' } });
			// What is stronger lies elsewhere: a strong one would go further for its place.
			const stronger = Array.from({ length: 20 }, (_, at) =>
				seen(`concepts/s${at}`, -500, 0, { node: { papers: 50 } })
			);
			const { labels } = placed([a({ ...given, node }), other, ...stronger], {
				controls: [
					{ left: 0, top: 0, right: 60, bottom: 600 },
					{ left: 138, top: 0, right: 800, bottom: 600 },
					{ left: 60, top: 134, right: 138, bottom: 600 }
				]
			});
			return labels.map(({ id }) => id);
		};
		expect(leftOf({})).toContain('concepts/o');
		expect(leftOf({ isHovered: true })).not.toContain('concepts/o');
	});

	test('what a name of a topic can only lie on gives way with its label, but not what is looked at', () => {
		const wide = mapTopic('ponds', [0, 0, 800, 600]);
		// On every place that the name might take.
		const all = Array.from({ length: 40 * 60 }, (_, at) =>
			seen(`papers/p${at}`, 10 + 20 * (at % 40), 5 + 10 * Math.floor(at / 40), { radius: 4 })
		);
		const looked = { ...all[20 + 40 * 30], isHovered: true } as SeenNode;
		const { names, left, labels } = placed(
			[...all.filter(({ node }) => node.id !== looked.node.id), looked],
			{
				topics: [wide],
				zoom: 0.4
			}
		);
		expect(names).toHaveLength(1);
		const [{ box } = { box: { left: 0, right: 0, top: 0, bottom: 0 } }] = names;
		const under = all.filter(
			({ x, y }) => x + 4 > box.left && x - 4 < box.right && y + 4 > box.top && y - 4 < box.bottom
		);
		expect(under.length).toBeGreaterThan(3);
		const given = under.map(({ node }) => node.id).filter((id) => id !== looked.node.id);
		expect([...left].sort()).toEqual(given.sort());
		expect(labels.filter(({ id }) => left.has(id))).toEqual([]);
		expect(labels.map(({ id }) => id)).toContain(looked.node.id);
	});

	test('never lie on one another, and most strong places have one', () => {
		const random = seededRandom(3);
		const nodes = Array.from({ length: 250 }, (_, at) =>
			seen(`concepts/heron ${at}`, 800 * random(), 600 * random(), {
				node: { papers: Math.ceil(200 / (at + 1)) },
				radius: 4
			})
		);
		const topics = Array.from({ length: 9 }, (_, at) => {
			const [x, y] = [100 + 250 * (at % 3), 100 + 200 * Math.floor(at / 3)];
			return mapTopic(`pond ${at}`, [x - 100, y - 90, x + 100, y + 90], { anchors: [x, y] });
		});
		const { names, labels } = placed(nodes, { topics, zoom: 1 });
		expect(overlapsOf([...names, ...labels])).toEqual([]);
		const first = new Set(nodes.slice(0, 20).map(({ node }) => node.id as string));
		expect(labels.filter(({ id }) => first.has(id)).length).toBeGreaterThan(15);
		expect(names.length).toBeGreaterThan(3);
		expect(labels.length).toBeGreaterThan(50);
	});
});

describe('the names of placeNames', () => {
	const topics = [
		mapTopic('divided', [0, 0, 800, 280]),
		mapTopic('one', [0, 0, 300, 280], { parent: 'topics/divided' }),
		mapTopic('two', [400, 0, 800, 280], { parent: 'topics/divided' }),
		mapTopic('whole', [0, 320, 300, 600]),
		mapTopic('far', [500, 320, 800, 600])
	];
	const part = mapTopic('far-part', [500, 320, 800, 600], { parent: 'topics/far' });
	function named(
		zoom: number,
		given: Partial<Omit<Scene, 'viewport'>> = {},
		nodes: SeenNode[] = []
	): string[] {
		const { names } = placed(nodes, { topics: [...topics, part], zoom, ...given });
		return names.map(({ id }) => id.replace('topics/', '')).sort();
	}
	const lit = [seen('concepts/l', 350, 300, { isLit: true })];

	test.each<[string, number, MapScope, SeenNode[], string[]]>([
		['divided topics as a whole from afar', 0.39, 'corpus', [], ['divided', 'far', 'whole']],
		[
			'their parts as soon as half of them are 120 pixels wide',
			0.4,
			'corpus',
			[],
			['far-part', 'one', 'two', 'whole']
		],
		['them as a whole while something is lit', 0.99, 'corpus', lit, ['divided', 'far', 'whole']],
		[
			'their parts nearby, also while something is lit',
			1,
			'corpus',
			lit,
			['far-part', 'one', 'two', 'whole']
		],
		[
			'the parts of an entered topic, and the others as a whole',
			1,
			'topics/divided',
			[],
			['far', 'one', 'two', 'whole']
		],
		['the other parts around an entered part', 1, 'topics/one', [], ['far', 'two', 'whole']],
		['the others around one that is not divided', 1, 'topics/whole', [], ['divided', 'far', 'whole']],
		['as in the corpus around a concept', 1, 'concepts/l', [], ['far-part', 'one', 'two', 'whole']]
	])('are %s', (_, zoom, scope, nodes, expected) => {
		expect(named(zoom, { scope }, nodes)).toEqual(expected);
	});

	const nameFace = (nodes: SeenNode[], scope: MapScope = 'corpus') =>
		Object.fromEntries(placed(nodes, { topics, scope }).names.map(({ id, lines }) => [id, lines[0]?.face]));
	test('are set small while something is lit, and outside of the topic that is entered', () => {
		expect(nameFace([])['topics/whole']).toBe(topicFace(13));
		expect(nameFace(lit)['topics/whole']).toBe(faces.topicDimmed);
		const entered = nameFace([], 'topics/divided');
		expect(entered['topics/one']).toBe(topicFace(12.5));
		expect(entered['topics/whole']).toBe(faces.topicDimmed);
		expect(nameFace([], 'topics/whole')['topics/whole']).toBe(topicFace(13));
	});

	test('cover strong places from afar and on a phone, not nearby', () => {
		const wall = Array.from({ length: 20 }, (_, at) =>
			seen(`concepts/w${at}`, 100 * (at % 5), 250 + 100 * Math.floor(at / 5), {
				radius: 60,
				node: { papers: 5, name: '' }
			})
		);
		const only = topics.slice(3, 4);
		const names = (zoom: number, isPhone: boolean) =>
			placed(wall, {
				topics: only.map((topic) => ({
					...topic,
					...{ x: topic.x / zoom, y: topic.y / zoom, box: topic.box.map((side) => side / zoom) }
				})),
				zoom,
				isPhone
			}).names.length;
		expect([names(1, false), names(0.5, false), names(0.49, false), names(1, true)]).toEqual([0, 0, 1, 1]);
	});

	test('of a phone are one term and a number', () => {
		const { names } = placed([], { topics: topics.slice(3, 4), isPhone: true });
		expect(names[0]?.lines.map(({ text }) => text)).toEqual(['WHOLE', '10']);
	});
});
