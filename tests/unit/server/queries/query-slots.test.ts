import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSlots, placesOn, type Slots } from '#lib/server/queries/query-slots.ts';

const limits = { atOnce: 3, perClient: 2, waiting: 3, waitingPerClient: 2, seconds: 5 };

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.clearAllTimers();
	vi.useRealTimers();
});

/** Asks for a place and records in `began` when it is there. */
function ask(slots: Slots, began: string[], client: string, name = client, signal?: AbortSignal) {
	const asked = slots.take(client, signal).then((release) => {
		began.push(name);
		return release;
	});
	asked.catch(() => undefined);
	return asked;
}

test('one client never holds every place, and another one is served at once', async () => {
	const slots = createSlots(limits);
	const began: string[] = [];
	for (const name of ['a1', 'a2', 'a3']) void ask(slots, began, 'a', name);
	await ask(slots, began, 'b');
	expect(began).toEqual(['a1', 'a2', 'b']);
});

test('whoever waits is served in turn, past those whose client holds its share', async () => {
	const slots = createSlots(limits);
	const began: string[] = [];
	const [first] = await Promise.all([ask(slots, began, 'a', 'a1'), ask(slots, began, 'a', 'a2')]);
	const other = await ask(slots, began, 'b', 'b1');
	void ask(slots, began, 'a', 'a3');
	void ask(slots, began, 'c', 'c1');
	other();
	await vi.advanceTimersByTimeAsync(0);
	expect(began).toEqual(['a1', 'a2', 'b1', 'c1']);
	first();
	await vi.advanceTimersByTimeAsync(0);
	expect(began.at(-1)).toBe('a3');
});

test('a place given back twice is free once', async () => {
	const slots = createSlots({ ...limits, atOnce: 1 });
	const release = await slots.take('a');
	release();
	release();
	await slots.take('b');
	const began: string[] = [];
	void ask(slots, began, 'c');
	await vi.advanceTimersByTimeAsync(4999);
	expect(began).toEqual([]);
});

test('a full queue turns away at once, one client fills only its part of it', async () => {
	const slots = createSlots({ ...limits, atOnce: 1 });
	await slots.take('a');
	const began: string[] = [];
	void ask(slots, began, 'a');
	void ask(slots, began, 'a');
	await expect(slots.take('a')).rejects.toMatchObject({ name: 'BusyError', seconds: 5 });
	void ask(slots, began, 'b');
	await expect(slots.take('c')).rejects.toMatchObject({ name: 'BusyError', seconds: 5 });
	expect(began).toEqual([]);
});

test('a wait ends after its seconds and leaves its place in the queue', async () => {
	const slots = createSlots({ ...limits, atOnce: 1, waiting: 1 });
	const release = await slots.take('a');
	const late = slots.take('b');
	const told = expect(late).rejects.toMatchObject({ name: 'BusyError', advice: 'Try again in 5 seconds.' });
	await vi.advanceTimersByTimeAsync(5000);
	await told;
	const began: string[] = [];
	void ask(slots, began, 'c');
	release();
	await vi.advanceTimersByTimeAsync(0);
	expect(began).toEqual(['c']);
});

test('whoever stops while waiting is not served later', async () => {
	const slots = createSlots({ ...limits, atOnce: 1 });
	const release = await slots.take('a');
	const stop = new AbortController();
	const began: string[] = [];
	const stopped = ask(slots, began, 'b', 'b', stop.signal);
	void ask(slots, began, 'c');
	stop.abort();
	await expect(stopped).rejects.toMatchObject({ name: 'QueryStoppedError' });
	release();
	await vi.advanceTimersByTimeAsync(0);
	expect(began).toEqual(['c']);
	await expect(slots.take('d', stop.signal)).rejects.toMatchObject({ name: 'QueryStoppedError' });
});

test.each([
	[1, { atOnce: 2, perClient: 1 }],
	[2, { atOnce: 2, perClient: 1 }],
	[4, { atOnce: 4, perClient: 3 }],
	[96, { atOnce: 8, perClient: 7 }]
])('on %d cores there are %o', (cores, expected) => {
	expect(placesOn(cores)).toEqual(expected);
});
