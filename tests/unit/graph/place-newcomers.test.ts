import { describe, expect, test } from 'vitest';
import { placeNewcomers } from '#lib/graph/places/place-newcomers.ts';
import type { Point } from '#lib/graph/places/point.ts';
import { treeOf } from '#lib/graph/topics/topic-tree.ts';
import { corpusOf, graphOf } from './made-up-topics.ts';

const at = (x: number, y: number): Point => ({ x, y });
/** Four papers in a square of 60, two of them in each of two topics; more are to come. */
const square = [at(0, 0), at(60, 0), at(0, 60), at(60, 60)];

interface New {
	/** Topics of the papers from 4 on, and what ties them to others. */
	leaves?: number[];
	edges?: [number, number, number][];
	/** The papers of two concepts, and where these are. */
	said?: [number[], number[]];
	concepts?: [Point | null, Point | null];
}

function placed({
	leaves = [],
	edges = [],
	said = [
		[0, 1],
		[2, 3]
	],
	concepts = [null, null]
}: New) {
	const papers = 4 + leaves.length;
	const { ties } = corpusOf(papers, [
		{ name: 'pond', papers: said[0] },
		{ name: 'reed', papers: said[1] }
	]);
	const tree = treeOf(ties, { ofPaper: Int32Array.from([0, 0, 1, 1, ...leaves]), parents: [null, null] });
	return placeNewcomers(ties, tree, graphOf(papers, edges), {
		papers: [...square, ...leaves.map(() => null)],
		concepts
	});
}

/** Where a guest of a host lies, seen from there: 28 units are the room that a member has here. */
function beside(host: Point, number: number, guest = 0): Point {
	const away = (0.4 * 28) / (1 + guest / 6);
	const angle = 2.4 * (guest + number);
	return {
		x: Math.round(10 * (host.x + away * Math.cos(angle))) / 10,
		y: Math.round(10 * (host.y + away * Math.sin(angle))) / 10
	};
}

describe('placeNewcomers', () => {
	const there: [Point, Point] = [at(30, 0), at(30, 60)];

	test('moves nothing that is there', () => {
		expect(placed({ concepts: there })).toEqual({ papers: square, concepts: there });
	});

	test.each<[string, New, Point]>([
		[
			'its nearest paper',
			{
				leaves: [1],
				edges: [
					[4, 2, 0.4],
					[4, 3, 0.5]
				]
			},
			beside(at(60, 60), 3)
		],
		[
			'the first of two as near',
			{
				leaves: [1],
				edges: [
					[4, 2, 0.5],
					[4, 3, 0.5]
				]
			},
			beside(at(0, 60), 2)
		],
		[
			'the nearest of its own topic',
			{
				leaves: [1],
				edges: [
					[4, 0, 0.9],
					[4, 3, 0.1]
				]
			},
			beside(at(60, 60), 3)
		],
		[
			'a concept that it speaks of',
			{
				leaves: [1],
				said: [
					[0, 1],
					[2, 3, 4]
				]
			},
			beside(at(30, 60), 6)
		],
		['the first of its topic, where nothing ties it', { leaves: [1] }, beside(at(0, 60), 2)]
	])('puts a new paper beside %s', (_, given, expected) => {
		expect(placed({ ...given, concepts: there }).papers[4]).toEqual(expected);
	});

	test('puts a new concept beside its first paper', () => {
		expect(placed({ concepts: [there[0], null] }).concepts).toEqual([there[0], beside(at(0, 60), 2)]);
	});

	test('puts guests of one host in directions of their own', () => {
		const { papers } = placed({
			leaves: [0, 0],
			edges: [
				[4, 1, 1],
				[5, 1, 1]
			],
			concepts: there
		});
		expect(papers.slice(4)).toEqual([beside(at(60, 0), 1), beside(at(60, 0), 1, 1)]);
	});

	test('puts what belongs to no topic below the map', () => {
		const { papers } = placed({ leaves: [-1, -1], concepts: there });
		expect(papers.slice(4)).toEqual([at(0, 60 + 4 * 28), at(1.5 * 28, 60 + 4 * 28)]);
	});
});
