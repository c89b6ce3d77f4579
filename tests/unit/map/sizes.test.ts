import { describe, expect, test } from 'vitest';
import { faceOfRank, faces } from '#lib/map/faces.ts';
import { diameter } from '#lib/map/sizes.ts';

describe('diameter', () => {
	test.each<
		[
			'method' | 'model' | 'task' | 'dataset' | 'metric' | 'theory' | 'other' | 'paper',
			number,
			number,
			number,
			number
		]
	>([
		// At zoom 0.8 places have their plain size.
		['paper', 1, 100, 0.8, 13],
		['paper', 1, 100, 8, 15.6],
		['paper', 1, 100, 0.02, 10.4],
		['method', 1, 1, 0.8, 7.5],
		['method', 1, 50, 0.8, 7.5],
		// 4.3 pixels for the root of nine papers more.
		['method', 10, 10, 0.8, 20.4],
		// No more than 17 pixels, however many papers.
		['method', 1000, 1000, 0.8, 24.5],
		['method', 100, 1000, 0.8, 13.939],
		['method', 10, 10, 8, 34.68],
		['method', 10, 10, 0.02, 16.32],
		['method', 10, 10, 1.6, 26.0],
		['model', 10, 10, 0.8, 18.156],
		['task', 10, 10, 0.8, 22.848],
		['dataset', 10, 10, 0.8, 24.48],
		['metric', 10, 10, 0.8, 22.848],
		['theory', 10, 10, 0.8, 22.032],
		['other', 10, 10, 0.8, 17.544]
	])('of a %s of %d papers, %d being the most, at zoom %d is %d', (kind, papers, most, zoom, expected) => {
		expect(diameter({ kind, papers }, most, zoom)).toBeCloseTo(expected, 2);
	});

	test('grows with the papers and with the zoom, slower than the map', () => {
		const sizes = [1, 2, 5, 20, 80].map((papers) => diameter({ kind: 'method', papers }, 80, 1));
		expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
		expect(new Set(sizes).size).toBe(5);
		const [near = 0, far = 0] = [2, 1].map((zoom) => diameter({ kind: 'method', papers: 5 }, 80, zoom));
		expect(near / far).toBeCloseTo(2 ** 0.35, 5);
	});
});

describe('faceOfRank', () => {
	test.each<[number, keyof typeof faces]>([
		[0, 'first'],
		[11, 'first'],
		[12, 'second'],
		[33, 'second'],
		[34, 'third'],
		[79, 'third'],
		[80, 'rest'],
		[Infinity, 'rest']
	])('%d is set as %s', (rank, name) => {
		expect(faceOfRank(rank)).toBe(faces[name]);
	});
});

describe('faces', () => {
	test('are smaller the less they matter', () => {
		const size = ({ font }: { font: string }) => Number(/ ([\d.]+)px/.exec(font)?.[1]);
		const order = [faces.selected, faces.first, faces.second, faces.third, faces.rest].map(size);
		expect(order).toEqual([15, 14, 12.5, 12, 11.5]);
		expect(size(faces.topicDimmed)).toBeLessThan(size(faces.topic));
	});

	test.each<[keyof typeof faces, string, number, string]>([
		['topic', '600 13.5px', 16, 'region'],
		['topicDimmed', '500 11.5px', 14, 'region'],
		['count', '400 11px', 13, 'region'],
		['paper', 'italic 400 11.5px', 13, 'ink-2'],
		['first', '600 14px', 16, 'ink']
	])('%s is set in %s', (name, font, line, colour) => {
		const face = faces[name];
		expect(face).toMatchObject({ line, colour });
		expect(face.font).toBe(`${font} 'IBM Plex Sans Condensed', 'IBM Plex Sans', system-ui, sans-serif`);
		expect(face.halo).toBeGreaterThanOrEqual(3.5);
	});
});
