import { describe, expect, test } from 'vitest';
import { bibtexEntry, bibtexTexts } from '#lib/sources/parsing/bibtex-entries.ts';
import { xmlTexts } from '#lib/sources/parsing/xml-records.ts';
import { inPieces } from '../found-in.ts';

type Texts = (
	bytes: AsyncIterable<Uint8Array>
) => AsyncIterable<{ text: string | null; problem: string | null }>;

async function texts(read: Texts, text: string, pieces: number): Promise<(string | null)[]> {
	const found: (string | null)[] = [];
	for await (const one of read(inPieces(Buffer.from(text), pieces))) found.push(one.problem ?? one.text);
	return found;
}

const entries: Texts = (bytes) => xmlTexts(bytes, ['entry', 'item']);
const missing = 'it has no end: </entry> is missing';
const pieces = [1, 3, 50, 10_000];

describe('xmlTexts finds', () => {
	test.each([
		[
			'records',
			'<feed><entry>a</entry> <item x="1">b</item></feed>',
			['<entry>a</entry>', '<item x="1">b</item>']
		],
		[
			'names in namespaces',
			'<a:entry>a</a:entry><entry>b</entry>',
			['<a:entry>a</a:entry>', '<entry>b</entry>']
		],
		['no names that begin alike', '<entryway>x</entryway><entry>a</entry>', ['<entry>a</entry>']],
		['one without an end, and the next', '<entry>a<entry>b</entry>', [missing, '<entry>b</entry>']],
		[
			'one in which the file ends',
			'<entry>a</entry><entry>b',
			['<entry>a</entry>', 'the file ends within it']
		],
		['none in a declaration', '<!DOCTYPE x [<!ENTITY e "v">]><x>&e;</x>', []]
	])('%s', async (_, text, expected) => {
		for (const size of pieces) expect(await texts(entries, text, size)).toEqual(expected);
	});

	test('one that is too long as one that is rejected, and those around it', async () => {
		const long = `<entry>${'pond '.repeat(2 * 2 ** 20)}</entry>`;
		expect(await texts(entries, `<entry>a</entry>${long}<entry>b</entry>`, 64 * 1024)).toEqual([
			'<entry>a</entry>',
			'it is longer than 8 MB',
			'<entry>b</entry>'
		]);
	});
});

const noEnd = 'its last bracket is missing';

describe('bibtexTexts finds', () => {
	test.each([
		['entries', 'x @a{k, t={1}} y\n@b(k, t="2")', ['@a{k, t={1}}', '@b(k, t="2")']],
		['braces in braces', '@a{k, t={{x} {y}}}', ['@a{k, t={{x} {y}}}']],
		['braces that are escaped', '@a{k, t={x \\} y}}', ['@a{k, t={x \\} y}}']],
		['an address in a field', '@a{k, t={me@b.org}}', ['@a{k, t={me@b.org}}']],
		['one without an end, and the next', '@a{k, t={x}\n@b{k, t={y}}', [noEnd, '@b{k, t={y}}']],
		['one in which the file ends', '@a{k, t={x}}\n@b{k, t={', ['@a{k, t={x}}', 'the file ends within it']],
		['none', 'me@example.org', []]
	])('%s', async (_, text, expected) => {
		for (const size of pieces) expect(await texts(bibtexTexts, text, size)).toEqual(expected);
	});

	test('the next one behind one without an end, wherever the text is cut', async () => {
		for (let length = 0; length < 130; length += 1) {
			const next = `@b{k, t={${'y'.repeat(length)}}}`;
			for (const size of pieces)
				expect(await texts(bibtexTexts, `@a{k, t={x}\n${next}`, size)).toEqual([noEnd, next]);
		}
	});

	test('one that is too long as one that is rejected, and those around it', async () => {
		const long = `@a{k, t={${'pond '.repeat(2 * 2 ** 20)}}}`;
		expect(await texts(bibtexTexts, `@b{k}\n${long}\n@c{k}\n`, 64 * 1024)).toEqual([
			'@b{k}',
			'it is longer than 8 MB',
			'@c{k}'
		]);
	});
});

test.each([
	['@a{key, title = {x}, year = 2020}', 'key', { title: 'x', year: '2020' }],
	['@a{key, title = {x} year = "20" # 2 # {0}}', 'key', { title: 'x', year: '2020' }],
	['@a{, title={x}}', '', { title: 'x' }],
	['@a{title={x}}', '', { title: 'x' }],
	['@a{key with blanks, title={x},}', 'key with blanks', { title: 'x' }],
	['@a(key, title="x {"}y{"} z", month=jul)', 'key', { title: 'x {"}y{"} z', month: 'jul' }],
	['@a{key, journal = jp # { B}}', 'key', { journal: 'Journal of Ponds B' }],
	['@a{key, TITLE={x}, title={y}}', 'key', { title: 'x' }],
	['@a{key, title={no end', 'key', { title: 'no end' }],
	['@a{key}', '', {}]
])('bibtexEntry reads %j', (text, key, fields) => {
	const entry = bibtexEntry(text, new Map([['jp', 'Journal of Ponds']]));
	expect([entry.key, Object.fromEntries(entry.fields)]).toEqual([key, fields]);
});
