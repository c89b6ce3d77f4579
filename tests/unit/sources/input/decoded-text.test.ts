import { describe, expect, test } from 'vitest';
import { decodedText, encodingOf } from '#lib/sources/input/decoded-text.ts';
import { inPieces } from '../found-in.ts';

async function decoded(bytes: Uint8Array, pieces: number): Promise<string> {
	const found: string[] = [];
	for await (const text of decodedText(inPieces(bytes, pieces))) found.push(text);
	return found.join('');
}

const text = 'Les étangs d’été: 鸭子 \u{1f986}, and ducks.';
const western = 'Les canards na\xefs de l\xe9tang, \x93quack\x94.';
const utf16 = (bigEndian: boolean, mark: string) => {
	const bytes = Buffer.from(mark + text.replace('鸭子', ''), 'utf16le');
	return bigEndian ? bytes.swap16() : bytes;
};

describe.each([1, 2, 3, 5, 1000])('decodedText, in pieces of %i bytes, reads', (pieces) => {
	test.each<[string, Uint8Array, string]>([
		['UTF-8', Buffer.from(text), text],
		['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`), text],
		[
			'files put together, each with its byte order mark',
			Buffer.from(`\ufeff${text}\n\ufeffducks`),
			`${text}\nducks`
		],
		['a byte order mark behind plain text', Buffer.from('ducks\n\ufeffducks'), 'ducks\nducks'],
		['plain text', Buffer.from('ducks'), 'ducks'],
		[
			'UTF-8 behind much plain text',
			Buffer.from(`${'ducks '.repeat(50)}${text}`),
			`${'ducks '.repeat(50)}${text}`
		],
		['Latin-1 as Windows writes it', Buffer.from(western, 'latin1'), 'Les canards naïs de létang, “quack”.'],
		['UTF-16, little end first', utf16(false, '\ufeff'), text.replace('鸭子', '')],
		['UTF-16, big end first', utf16(true, '\ufeff'), text.replace('鸭子', '')],
		['nothing', new Uint8Array(), '']
	])('%s', async (_, bytes, expected) => {
		expect(await decoded(bytes, pieces)).toBe(expected);
	});
});

test.each([
	['utf-16le', utf16(false, '').subarray(0, 40)],
	['utf-16be', utf16(true, '').subarray(0, 40)],
	['utf-8', Buffer.from('ducks')],
	['windows-1252', Buffer.from(western, 'latin1')]
])('encodingOf tells %s without a mark', (encoding, bytes) => {
	expect(encodingOf(bytes)).toBe(encoding);
});

test('decodedText keeps UTF-8 in which a byte is spoilt', async () => {
	const bytes = Buffer.concat([Buffer.from('étangs, été, '), Buffer.from([0xff]), Buffer.from(' où?')]);
	expect(await decoded(bytes, 1000)).toBe('étangs, été, \ufffd où?');
});
