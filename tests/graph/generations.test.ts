import { expect, test } from 'vitest';
import { z } from 'zod';
import { consistently, perGeneration } from '#lib/server/questions/generation.ts';
import { publish } from '#lib/server/publishing/publish.ts';
import { exportJsonLines, exportedLines, ingestAt, openedStore, sampleGraph } from './opened-store.ts';

const [small, large] = [await sampleGraph(20), await sampleGraph(30)];
const opened = openedStore((store) => publish(store, small, ingestAt(1)));
const count = { text: 'MATCH (p:Paper) RETURN count(p) AS papers', row: z.object({ papers: z.int() }) };
const papers = async () => (await opened.store.read(count))[0]?.papers ?? 0;

test('what is read while a generation is published is read again, from one', async () => {
	const seen: [number, number][] = [];
	const { answer, generation } = await consistently(opened.store, async () => {
		const before = await papers();
		if (seen.length === 0) await publish(opened.store, large, ingestAt(2));
		seen.push([before, await papers()]);
		return seen.at(-1);
	});
	expect(seen).toEqual([
		[20, 30],
		[30, 30]
	]);
	expect([answer, generation]).toEqual([[30, 30], ingestAt(2).startedAt]);
});

test('what is published again and again is not answered from several', async () => {
	let second = 10;
	const reading = consistently(opened.store, async () => {
		second += 1;
		await publish(opened.store, second % 2 === 0 ? large : small, ingestAt(second));
		return papers();
	});
	await expect(reading).rejects.toMatchObject({ name: 'StoreUnavailableError' });
	expect(second).toBe(15);
	await publish(opened.store, large, ingestAt(20));
});

test('an answer is kept for its generation, and made anew for the next one', async () => {
	let made = 0;
	const ask = () =>
		perGeneration(opened.store, 'papers', async () => {
			made += 1;
			return papers();
		});
	expect([await ask(), await ask(), made]).toEqual([30, 30, 1]);
	await publish(opened.store, small, ingestAt(21));
	expect([await ask(), await ask(), made]).toEqual([20, 20, 2]);
});

test('an export is of one generation or none', async () => {
	const whole = await exportedLines(opened.store);
	const lines: string[] = [];
	const exporting = async () => {
		for await (const line of exportJsonLines(opened.store, false)) {
			lines.push(line);
			if (lines.length === 5) await publish(opened.store, large, ingestAt(22));
		}
	};
	await expect(exporting()).rejects.toThrow('A new graph was published while this one was exported.');
	expect(whole.slice(0, lines.length)).toEqual(lines);
	expect(lines.length).toBeLessThan(whole.length);
});
