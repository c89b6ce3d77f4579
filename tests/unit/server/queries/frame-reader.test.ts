import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFrameReader, type Frame } from '#lib/server/queries/frame-reader.ts';

const rows = '[["a\\n",1],["ü",2]]';
const done = {
	phase: 'done',
	columns: ['x', 'y'],
	rowCount: 2,
	truncated: false,
	stopped: null,
	milliseconds: 3
};
const bytes = Buffer.byteLength(rows);
const whole = `{"phase":"running"}\n${JSON.stringify({ ...done, bytes })}\n${rows}{"phase":"running"}\n`;

function read(chunks: Buffer[], mostBytes = 1000) {
	const frames: Frame[] = [];
	let broken = 0;
	const reader = createFrameReader(
		mostBytes,
		(frame) => frames.push(frame),
		() => (broken += 1)
	);
	chunks.forEach(reader);
	return { frames, broken };
}

test('frames are the same wherever the bytes are cut', () => {
	const all = Buffer.from(whole);
	fc.assert(
		fc.property(fc.uniqueArray(fc.nat(all.length), { maxLength: 12 }), (cuts) => {
			const ends = [0, ...cuts.sort((a, b) => a - b), all.length];
			const { frames, broken } = read(
				ends.slice(1).map((end, index) => Buffer.from(all.subarray(ends[index], end)))
			);
			expect(frames.map(({ phase }) => phase)).toEqual(['running', 'done', 'running']);
			expect(frames[1]?.rows?.toString()).toBe(rows);
			expect(broken).toBe(0);
		})
	);
});

test.each([
	['no JSON', 'running\n'],
	['no frame', '{"phase":"walking"}\n'],
	['rows that are larger than allowed', `${JSON.stringify({ ...done, bytes: 1001 })}\n`],
	['a line without an end', 'x'.repeat(1_000_001)],
	['a line that is too long', `${'x'.repeat(1_000_001)}\n`]
])('%s is broken, once, and nothing after it is read', (_, text) => {
	expect(read([Buffer.from(text), Buffer.from(whole)])).toEqual({ frames: [], broken: 1 });
});

test('rows are not handed out before all of them are there', () => {
	const { frames } = read([Buffer.from(`${JSON.stringify({ ...done, bytes })}\n${rows.slice(0, -1)}`)]);
	expect(frames).toEqual([]);
});
