import { expect, test } from 'vitest';
import { WrittenFloat } from '#lib/domain/written-float.ts';
import { typedValue } from '#lib/server/queries/typed-value.ts';

test.each([
	['12', 12n],
	['727189530466459649', 727189530466459649n],
	['-1.5', -1.5],
	['1.0', new WrittenFloat(1)],
	['-2e3', new WrittenFloat(-2000)],
	['1e400', '1e400'],
	['01.5', '01.5'],
	['true', true],
	['null', null],
	['["a", 1]', ['a', 1]],
	['[1.0, 727189530466459649]', [new WrittenFloat(1), 727189530466459649n]],
	['{"a": {"b": 2}}', { a: { b: 2 } }],
	['"12"', '12'],
	['[broken', '[broken'],
	[`[${'['.repeat(200)}`, `[${'['.repeat(200)}`],
	[`${'['.repeat(200)}${']'.repeat(200)}`, `${'['.repeat(200)}${']'.repeat(200)}`],
	['frog', 'frog']
])('typedValue(%j)', (text, value) => {
	expect(typedValue(text)).toEqual(value);
});
