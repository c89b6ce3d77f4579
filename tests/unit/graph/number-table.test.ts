import { expect, test } from 'vitest';
import { NumberTable } from '#lib/graph/nearness/number-table.ts';
import { seededRandom } from '#lib/graph/random.ts';

test('gives numbers in the order in which keys come, the same to the same key, however many there are', () => {
	const random = seededRandom(5);
	// Up to the product of two numbers of words, which no 32 bits hold; 0 is a key like any other.
	const keys = [0, ...Array.from({ length: 20_000 }, () => Math.floor(random() * 2 ** 50)), 0];
	const same = keys.map((key) => key % 2 ** 32);
	const [table, known] = [new NumberTable(), new Map<number, number>()];
	const asked = [...keys, ...same, ...keys];
	for (const key of asked) if (!known.has(key)) known.set(key, known.size);
	expect(asked.map((key) => table.of(key))).toEqual(asked.map((key) => known.get(key)));
	expect(table.size).toBe(known.size);
});
