import { get, type IncomingMessage } from 'node:http';
import { setResponse } from '@sveltejs/kit/node';
import { describe, expect, test } from 'vitest';
import { BusyError } from '#lib/domain/errors.ts';
import { ExportPlaces } from '#lib/server/exports/export-places.ts';
import { begun, streamLines } from '#lib/server/answers/stream-lines.ts';
import { served } from '../door/connections.ts';

describe('ExportPlaces', () => {
	test('two over all and one for a client; a place that is given back is free, once', () => {
		const places = new ExportPlaces({ atOnce: 2, perClient: 1, retryAfter: 30 });
		const giveBack = places.take('heron');
		expect(() => places.take('heron')).toThrow(BusyError);
		places.take('coot');
		expect(() => places.take('teal')).toThrow('2 exports');
		giveBack();
		giveBack();
		places.take('teal');
		expect(() => places.take('heron')).toThrow(BusyError);
	});
});

interface Made {
	lines: number;
	isReturned: boolean;
	ends: number;
}

/** Lines of 64 KB, more of them than any buffer between server and client holds. */
async function* manyLines(made: Made, count: number, pause = 0): AsyncGenerator<string> {
	try {
		for (let line = 0; line < count; line += 1) {
			if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
			made.lines += 1;
			yield 'x'.repeat(65_535);
		}
	} finally {
		made.isReturned = true;
	}
}

async function exported(
	limits: { idleSeconds: number; seconds: number; count: number; pause?: number },
	read: (response: IncomingMessage) => void
): Promise<{ made: Made; bytes: number; isComplete: boolean; closedAfter: number }> {
	const made: Made = { lines: 0, isReturned: false, ends: 0 };
	let bytes = 0;
	let isComplete = false;
	const began = performance.now();
	let closedAfter = Infinity;
	await served(
		(request, response) => {
			request.socket.once('close', () => (closedAfter = performance.now() - began));
			const body = streamLines(manyLines(made, limits.count, limits.pause), {
				...limits,
				onend: () => (made.ends += 1),
				hangUp: () => request.socket.destroy()
			});
			void setResponse(response, new Response(body));
		},
		(port) =>
			new Promise((resolve) => {
				get({ port, host: '127.0.0.1', agent: false }, (response) => {
					response.on('error', () => undefined);
					response.once('close', () => {
						isComplete = response.complete;
						setTimeout(resolve, 50);
					});
					read(response);
					response.on('data', (data: Buffer) => (bytes += data.length));
					read(response);
				});
			})
	);
	return { made, bytes, isComplete, closedAfter };
}

describe('streamLines', () => {
	test('gives all of it to a reader that reads', async () => {
		const { made, bytes, isComplete } = await exported(
			{ idleSeconds: 5, seconds: 5, count: 200 },
			() => undefined
		);
		expect({ bytes, isComplete }).toEqual({ bytes: 200 * 65_536, isComplete: true });
		expect(made).toEqual({ lines: 200, isReturned: true, ends: 1 });
	});

	test('breaks off for a reader that does not read', async () => {
		const { made, closedAfter } = await exported(
			{ idleSeconds: 0.3, seconds: 30, count: 2000 },
			(response) => {
				response.pause();
				// A paused reader sees the end only when it looks again.
				setTimeout(() => response.resume(), 1500);
			}
		);
		expect(made).toMatchObject({ isReturned: true, ends: 1 });
		expect(made.lines).toBeLessThan(2000);
		expect(closedAfter).toBeLessThan(1400);
	});

	test('does not count the time that the store takes for a line', async () => {
		const { made, isComplete } = await exported(
			{ idleSeconds: 0.1, seconds: 30, count: 4, pause: 250 },
			() => undefined
		);
		expect({ lines: made.lines, isComplete }).toEqual({ lines: 4, isComplete: true });
	});

	test('breaks off after its time, and the reader can tell', async () => {
		const { made, isComplete } = await exported(
			{ idleSeconds: 5, seconds: 0.4, count: 1000, pause: 50 },
			() => undefined
		);
		expect(isComplete).toBe(false);
		expect(made).toMatchObject({ isReturned: true, ends: 1 });
		expect(made.lines).toBeLessThan(20);
	});

	test('ends at once for a client that goes', async () => {
		const { made } = await exported({ idleSeconds: 30, seconds: 30, count: 2000 }, (response) => {
			response.once('data', () => response.destroy());
		});
		expect(made).toMatchObject({ isReturned: true, ends: 1 });
		expect(made.lines).toBeLessThan(2000);
	});
});

test('begun fails before anything is answered', async () => {
	const failing = (async function* () {
		await Promise.reject(new Error('the store is away'));
		yield '';
	})();
	await expect(begun(failing)).rejects.toThrow('away');
	const lines: string[] = [];
	for await (const line of await begun(manyLines({ lines: 0, isReturned: false, ends: 0 }, 3)))
		lines.push(line);
	expect(lines).toHaveLength(3);
});
