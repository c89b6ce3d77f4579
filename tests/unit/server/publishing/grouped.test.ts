import { expect, test } from 'vitest';
import { Grouped } from '#lib/server/publishing/grouped.ts';

test('gives every owner its items in the order of the list, and leaves out what belongs to none', () => {
	const owners = [2, 0, -1, 2, 0, 2];
	const grouped = new Grouped(owners.length, 4, (item) => owners[item] ?? -1);
	expect([0, 1, 2, 3].map((owner) => [...grouped.of(owner)])).toEqual([[1, 4], [], [0, 3, 5], []]);
});
