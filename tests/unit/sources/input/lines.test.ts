import { describe, expect, test } from 'vitest';
import { linesOf, type Line } from '#lib/sources/input/lines.ts';
import { inPieces } from '../found-in.ts';

async function lines(bytes: Uint8Array, pieces: number, most = 1000): Promise<Line[]> {
	const found: Line[] = [];
	for await (const line of linesOf(inPieces(bytes, pieces), most)) found.push(line);
	return found;
}

describe('linesOf', () => {
	const text = 'duck\r\ngoose\rswan\n\nplover \u{1f986}\r\r\nheron';
	const expected = ['duck', 'goose', 'swan', '', 'plover \u{1f986}', '', 'heron'];

	test.each([1, 2, 3, 5, 7, 1000])('ends lines at any line end, in pieces of %i bytes', async (pieces) => {
		const found = await lines(Buffer.from(text), pieces);
		expect(found.map((line) => line.text)).toEqual(expected);
		expect(found.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
	});

	test('takes the byte order mark of a file that another was put before from its line', async () => {
		const joined = Buffer.concat([Buffer.from('duck\n'), Buffer.from('\ufeffgoose\n')]);
		expect((await lines(joined, 3)).map((line) => line.text)).toEqual(['duck', 'goose']);
		const latin = Buffer.from('caf\u00e9\n\u00ef\u00bb\u00bfswan\n', 'latin1');
		expect((await lines(latin, 1000)).map((line) => line.text)).toEqual(['caf\u00e9', 'swan']);
	});

	test.each([
		['exactly as long as it may be', 'a'.repeat(10), 'a'.repeat(10)],
		['one byte longer', 'a'.repeat(11), null],
		['longer in bytes than in letters', 'é'.repeat(6), null],
		['much longer', 'a'.repeat(5000), null]
	])('a line that is %s', async (_, line, kept) => {
		const found = await lines(Buffer.from(`before\n${line}\nafter\n`), 4, 10);
		expect(found).toEqual([
			{ number: 1, text: 'before' },
			{ number: 2, text: kept },
			{ number: 3, text: 'after' }
		]);
	});

	test('holds no more of an endless line than the limit', async () => {
		const piece = Buffer.alloc(2 ** 20, 'a');
		async function* endless() {
			for (let megabytes = 0; megabytes < 300; megabytes += 1) yield await Promise.resolve(piece);
			yield Buffer.from('\nafter');
		}
		const before = process.memoryUsage().rss;
		const found: Line[] = [];
		let most = 0;
		for await (const line of linesOf(endless(), 2 ** 20)) {
			most = Math.max(most, process.memoryUsage().rss);
			found.push(line);
		}
		expect(found).toEqual([
			{ number: 1, text: null },
			{ number: 2, text: 'after' }
		]);
		expect(most - before).toBeLessThan(150 * 2 ** 20);
	});
});
