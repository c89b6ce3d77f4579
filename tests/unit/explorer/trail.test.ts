import { expect, test } from 'vitest';
import type { NodeRef } from '#lib/domain/ids.ts';
import { lastStops, visit, type Stop } from '#lib/explorer/trail.ts';

const stop = (name: string, href = `/?at=concepts/${name}`): Stop => ({
	ref: `concepts/${name}` as NodeRef,
	name,
	href
});
const walked = (...names: string[]) => names.reduce<Stop[]>((trail, name) => visit(trail, stop(name)), []);
const namesOf = (trail: Stop[]) => trail.map(({ name }) => name).join(' ');

test('a trail grows by where one goes, and ends where one goes back to', () => {
	expect(namesOf(walked('a', 'b', 'c'))).toBe('a b c');
	expect(namesOf(walked('a', 'b', 'c', 'b'))).toBe('a b');
	expect(namesOf(walked('a', 'b', 'c', 'b', 'd'))).toBe('a b d');
});

test('the same again keeps its place and takes the newer address', () => {
	expect(visit(walked('a', 'b'), stop('b', '/?at=concepts/b&from=2024'))).toEqual([
		stop('a'),
		stop('b', '/?at=concepts/b&from=2024')
	]);
});

test('five stops are shown, a hundred kept', () => {
	const names = Array.from({ length: 130 }, (_, at) => `n${at}`);
	const trail = walked(...names);
	expect(trail).toHaveLength(100);
	expect(namesOf(lastStops(trail))).toBe('n125 n126 n127 n128 n129');
});
