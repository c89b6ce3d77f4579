import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cypherTokens, meaningful } from '#lib/domain/cypher/cypher-tokens.ts';

test.each([
	['RETURN 1', 'word RETURN|number 1'],
	['a//b\rc', 'word a|comment //b|word c'],
	['a//b\nc', 'word a|comment //b|word c'],
	['a//b\u2028c', 'word a|comment //b\u2028c'],
	['a//b\u0085c', 'word a|comment //b\u0085c'],
	['a/**/b/*/ */c', 'word a|comment /**/|word b|comment /*/ */|word c'],
	['a/* b', 'word a|comment /* b'],
	['a/b', 'word a|sign /|word b'],
	["'a\\'b'c", "string 'a\\'b'|word c"],
	["'a\\\\'b'c'", "string 'a\\\\'|word b|string 'c'"],
	["'a\nb'", "string 'a\nb'"],
	["'a\"b'", "string 'a\"b'"],
	["'open", "string 'open"],
	["'open\\", "string 'open\\"],
	['`a``b`c', 'name `a``b`|word c'],
	["`it's`'x'", "name `it's`|string 'x'"],
	['`a\\`b', 'name `a\\`|word b'],
	['`open', 'name `open'],
	['$a $`b c` $1 $', 'parameter $a|parameter $`b c`|parameter $1|sign $'],
	['a$b größe _x x1', 'word a$b|word größe|word _x|word x1'],
	[
		'1.5 .5 1e-3 0xFf 0o17 1_000 1..3',
		'number 1.5|number .5|number 1e-3|number 0xFf|number 0o17|number 1_000|number 1|sign .|number .3'
	],
	['a\u00a0b\u3000c\u001cd', 'word a|word b|word c|word d'],
	['a\u200bb\ufeff\u0085', 'word a|hidden \u200b|word b|hidden \ufeff|hidden \u0085'],
	['<-[:X*1]->', 'sign <|sign -|sign [|sign :|word X|sign *|number 1|sign ]|sign -|sign >'],
	['\u{1f600}\ud800', 'sign \u{1f600}|sign \ud800']
])('cypherTokens(%j)', (text, expected) => {
	const shown = cypherTokens(text).filter(({ kind }) => kind !== 'space');
	expect(shown.map(({ kind, text }) => `${kind} ${text}`).join('|')).toBe(expected);
});

const piece = fc.oneof(
	fc.constantFrom(
		"'",
		'"',
		'`',
		'\\',
		'//',
		'/*',
		'*/',
		'\n',
		'\r',
		'$',
		' ',
		'USE',
		'a',
		'1',
		'.',
		'..',
		'{',
		'\\u0027'
	),
	fc.string({ unit: 'binary', maxLength: 3 })
);

test('tokens are the text, without a gap or an overlap', () => {
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
			const text = pieces.join('');
			const tokens = cypherTokens(text);
			expect(tokens.map((token) => token.text).join('')).toBe(text);
			let end = 0;
			for (const token of tokens) {
				expect(token.at).toBe(end);
				expect(token.text.length).toBeGreaterThan(0);
				end += token.text.length;
			}
		}),
		{ numRuns: 2000, seed: 11 }
	);
});

test('meaningful() leaves out spaces and comments', () => {
	expect(meaningful(cypherTokens('a /* b */ c // d')).map(({ text }) => text)).toEqual(['a', 'c']);
});
