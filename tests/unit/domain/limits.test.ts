import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	bytesOf,
	cutAtWord,
	indexKeyBytes,
	isStorableName,
	longestConceptName,
	paperLimits
} from '#lib/domain/limits.ts';

test('bytesOf counts as UTF-8 is written', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			expect(bytesOf(text)).toBe(Buffer.byteLength(text));
		})
	);
});

describe('cutAtWord', () => {
	test.each([
		['pond lily', 9, 'pond lily'],
		['pond lily', 8, 'pond'],
		['pond lily', 4, 'pond'],
		['pond', 3, 'pon'],
		['\u{1f986}\u{1f986}', 7, '\u{1f986}'],
		['語語', 5, '語'],
		['', 3, '']
	])('cuts %j to %i bytes', (text, most, cut) => {
		expect(cutAtWord(text, most)).toBe(cut);
	});

	test('never gives more than it may, nor half of a character, nor another text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.nat({ max: 40 }), (text, most) => {
				const cut = cutAtWord(text, most);
				expect(bytesOf(cut)).toBeLessThanOrEqual(most);
				expect(/\p{Cs}/u.test(cut)).toBe(false);
				expect(text.startsWith(cut)).toBe(true);
			})
		);
	});
});

test.each([
	['group relative policy optimization', true],
	['a'.repeat(longestConceptName), true],
	['a'.repeat(longestConceptName + 1), false],
	['語'.repeat(133), true],
	['語'.repeat(134), false],
	// Each is eighteen letters in the id.
	['\ufdfa'.repeat(20), false],
	['half \ud800', false]
])('isStorableName(%j) is %j', (text, isStorable) => {
	expect(isStorableName(text)).toBe(isStorable);
});

test('every limit of an indexed field lies below what an index takes', () => {
	const keys = ['id', 'author', 'organization'] as const;
	for (const key of keys) expect(paperLimits[key].most).toBeLessThan(indexKeyBytes);
	// A topic's id is made of up to four names.
	expect(4 * longestConceptName + 10).toBeLessThan(indexKeyBytes);
});
