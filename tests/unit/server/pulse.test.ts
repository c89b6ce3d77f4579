import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPulse } from '#lib/server/pulse.ts';

const times = { quiet: 250, faint: 600, beat: 1250, look: 50 };

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.clearAllTimers();
	vi.useRealTimers();
});

function later<Result>(milliseconds: number, result: Result): Promise<Result> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds, result));
}

const never = () => new Promise<never>(() => undefined);

/** A pulse whose beats are what `beat` gives, and the number of them. */
function felt(beat: () => Promise<unknown>) {
	const beats = { count: 0 };
	const pulse = createPulse(
		() => {
			beats.count += 1;
			return beat();
		},
		() => new Error('lost'),
		times
	);
	return { pulse, beats };
}

/** What became of it after that many milliseconds: its result, its error's message, or `waiting`. */
async function after(milliseconds: number, asked: Promise<unknown>): Promise<unknown> {
	let state: unknown = 'waiting';
	asked.then(
		(result) => (state = result),
		(error: unknown) => (state = (error as Error).message)
	);
	await vi.advanceTimersByTimeAsync(milliseconds);
	return state;
}

test('what is answered soon is asked alone', async () => {
	const { pulse, beats } = felt(never);
	expect(
		await after(
			250,
			pulse.whileBeating(() => later(200, 'answer'))
		)
	).toBe('answer');
	await vi.advanceTimersByTimeAsync(10_000);
	expect(beats.count).toBe(0);
	expect(vi.getTimerCount()).toBe(0);
});

test('what takes long while the store lives is waited for', async () => {
	const { pulse, beats } = felt(() => later(550, 'beat'));
	expect(
		await after(
			20_050,
			pulse.whileBeating(() => later(20_000, 'answer'))
		)
	).toBe('answer');
	expect(beats.count).toBeGreaterThan(10);
});

test('a store that answers nothing is given up, and nothing new is begun until it answers', async () => {
	let answers = false;
	const { pulse, beats } = felt(() => (answers ? later(1, 'beat') : later(4000, 'late')));
	const asked = pulse.whileBeating(never);
	expect(await after(1450, asked)).toBe('waiting');
	expect(await after(150, asked)).toBe('lost');
	const begun = vi.fn(never);
	expect(await after(0, pulse.whileBeating(begun))).toBe('lost');
	expect([begun.mock.calls.length, beats.count]).toEqual([0, 1]);
	answers = true;
	await vi.advanceTimersByTimeAsync(3000);
	expect(
		await after(
			20,
			pulse.whileBeating(() => later(10, 'answer'))
		)
	).toBe('answer');
});

test('a page waits no longer for a store that answers each of its questions late than for one that answers none', async () => {
	const { pulse } = felt(() => later(1000, 'beat'));
	const page = async () => {
		for (let question = 0; question < 3; question += 1) await pulse.whileBeating(() => later(1100, 'answer'));
	};
	const asked = page();
	expect(await after(1450, asked)).toBe('waiting');
	expect(await after(150, asked)).toBe('lost');
});

test('a beat that is faint once is forgotten with the next one', async () => {
	const beats = [1000, 100, 1000, 100];
	const { pulse } = felt(() => later(beats.shift() ?? 100, 'beat'));
	expect(
		await after(
			4050,
			pulse.whileBeating(() => later(4000, 'answer'))
		)
	).toBe('answer');
	expect(beats).toEqual([]);
});

test('a store that only stutters stays given up until it answers quickly again', async () => {
	let takes = 2000;
	const { pulse, beats } = felt(() => later(takes, 'beat'));
	expect(await after(1600, pulse.whileBeating(never))).toBe('lost');
	takes = 400;
	// The slow beat has come, and a less slow one: enough to live, too little to wait in front of.
	await vi.advanceTimersByTimeAsync(1000);
	expect(beats.count).toBeGreaterThan(1);
	expect(
		await after(
			0,
			pulse.whileBeating(() => later(10, 'answer'))
		)
	).toBe('lost');
	takes = 5;
	await vi.advanceTimersByTimeAsync(500);
	expect(
		await after(
			20,
			pulse.whileBeating(() => later(10, 'answer'))
		)
	).toBe('answer');
});

test('an error of the store is an answer: what waits gets its own', async () => {
	const { pulse } = felt(() => Promise.reject(new Error('refused')));
	const failing = pulse.whileBeating(async () => {
		await later(3000, null);
		throw new Error('its own');
	});
	expect(await after(2900, failing)).toBe('waiting');
	expect(await after(150, failing)).toBe('its own');
});
