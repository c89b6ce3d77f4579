import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readyForPeople, peopleVersion } from '#lib/server/people/people-schema.ts';
import { peoplesThings, type PeoplesKind } from '#lib/server/people/peoples-things.ts';
import { publish } from '#lib/server/publishing/publish.ts';
import { openStore } from '#lib/server/store.ts';
import { empty, exportedLines, graphOf, ingestAt, openedStore, sampleGraph } from './opened-store.ts';

const noteSchema = z.object({
	name: z.string().min(1).max(100),
	note: z.string(),
	parts: z.array(z.object({ at: z.number() }))
});
type Note = z.infer<typeof noteSchema>;
const notes: PeoplesKind<Note> = {
	...{ label: 'SavedView', word: 'saved view', schema: noteSchema, nameOf: ({ name }) => name },
	...{ asText: ['parts'], isTaken: (id) => id === 'shipped' }
};
const small = await sampleGraph(5);
const opened = openedStore((store) => publish(store, small, ingestAt(1)));
let clock = new Date('2026-03-01T10:00:00Z');
const things = () => peoplesThings(opened.store, notes, () => clock);
const note = (name: string, text = ''): Note => ({ name, note: text, parts: [{ at: 1 }] });

beforeEach(async () => {
	clock = new Date('2026-03-01T10:00:00Z');
	await opened.store.write((transaction) => transaction.run('MATCH (n:SavedView) DETACH DELETE n'));
});

describe('what people keep', () => {
	test('is there again as it was given, under an id of its name', async () => {
		const { id } = await things().create(note('Écarts & ordre', 'a “text”'));
		expect(id).toBe('ecarts-ordre');
		expect(await things().find(id)).toEqual({
			...{ id, revision: 1, createdAt: clock.toISOString(), changedAt: clock.toISOString(), deletedAt: null },
			value: note('Écarts & ordre', 'a “text”')
		});
	});

	test('gets another id where the name is taken, by a deleted one too', async () => {
		const ids = [];
		for (const name of ['Map', 'map!', 'Shipped', '地図']) ids.push((await things().create(note(name))).id);
		await things().remove('map', 1);
		ids.push((await things().create(note('MAP'))).id);
		expect(ids).toEqual(['map', 'map-2', 'shipped-2', 'saved-view', 'map-3']);
		expect((await things().list()).map(({ id }) => id)).toEqual([
			'map-2',
			'map-3',
			'saved-view',
			'shipped-2'
		]);
	});

	test('is made by many at once, each with an id of its own', async () => {
		const made = await Promise.all(Array.from({ length: 8 }, () => things().create(note('Same'))));
		expect(new Set(made.map(({ id }) => id)).size).toBe(8);
		expect(await things().list()).toHaveLength(8);
	});

	test('is changed by the one who saw it last; the second is told and nothing is lost', async () => {
		await things().create(note('Both'));
		const results = await Promise.allSettled([
			things().change('both', 1, note('Both', 'of Ann')),
			things().change('both', 1, note('Both', 'of Ben'))
		]);
		expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		const refused = results.find((result) => result.status === 'rejected');
		expect(refused?.reason).toMatchObject({ name: 'EditConflictError', revision: 2 });
		const winner = results[0].status === 'fulfilled' ? 'of Ann' : 'of Ben';
		expect(await things().find('both')).toMatchObject({ revision: 2, value: { note: winner } });
		await things().change('both', 2, note('Both', 'after looking'));
		expect(await things().find('both')).toMatchObject({ revision: 3, value: { note: 'after looking' } });
	});

	test('is deleted, taken back, and gone after 30 days', async () => {
		await things().create(note('Gone'));
		await expect(things().remove('gone', 7)).rejects.toThrow('meanwhile');
		await things().remove('gone', 1);
		expect([await things().find('gone'), await things().list()]).toEqual([null, []]);
		expect((await things().list({ deleted: true })).map(({ id }) => id)).toEqual(['gone']);
		await expect(things().change('gone', 2, note('Gone'))).rejects.toThrow('There is no saved view "gone".');
		expect(await things().restore('gone')).toMatchObject({ revision: 3, deletedAt: null });
		expect(await things().restore('gone')).toMatchObject({ revision: 3 });
		await things().remove('gone', 3);
		clock = new Date('2026-04-01T10:00:00Z');
		await things().create(note('Other'));
		await expect(things().restore('gone')).rejects.toThrow('There is no saved view "gone".');
	});

	test.each([
		[{ ...note('x'), name: '' }, '"name" of the saved view does not fit'],
		[{ ...note('x'), note: 'n'.repeat(100_001) }, 'at most 100,000 bytes']
	])('is refused when it does not fit', async (value, sentence) => {
		await expect((async () => things().create(value))()).rejects.toThrow(sentence);
		expect(await things().list()).toEqual([]);
	});

	test('stays through an ingest, through one that forgets all papers, and out of the export', async () => {
		await things().create(note('Kept', 'before'));
		await publish(opened.store, await sampleGraph(8), ingestAt(2));
		await publish(opened.store, await graphOf([]), ingestAt(3));
		expect(await things().find('kept')).toMatchObject({ value: note('Kept', 'before') });
		expect((await exportedLines(opened.store)).filter((line) => line.includes('SavedView'))).toEqual([]);
		const [line = ''] = (await exportedLines(opened.store, true)).filter((each) =>
			each.includes('SavedView')
		);
		expect(JSON.parse(line)).toMatchObject({ id: 'SavedView/kept', properties: { name: 'Kept' } });
	});
});

describe('the form in which it is kept', () => {
	const again = () => openStore({ url: `local:${opened.folder}`, joinOnly: true });
	const version = async (value: number) =>
		opened.store.write((transaction) =>
			transaction.run("MERGE (s:PeopleSchema {id: 'people'}) SET s.version = $value", { value })
		);

	test('is brought up by two who open the store at once', async () => {
		await empty(opened.store);
		await opened.store.write((transaction) => transaction.run('DROP CONSTRAINT savedview_id IF EXISTS'));
		const stores = await Promise.all([again(), again()]);
		await Promise.all(stores.map(readyForPeople));
		const names = await opened.store.read({
			text: 'SHOW CONSTRAINTS YIELD name',
			row: z.object({ name: z.string() })
		});
		expect(names.map(({ name }) => name)).toContain('savedview_id');
		await Promise.all(stores.map((each) => each.close()));
	});

	test('of a newer program is refused, and of this one is not written again', async () => {
		await version(peopleVersion + 1);
		const newer = await again();
		await expect(readyForPeople(newer)).rejects.toThrow('this Throughline knows form');
		await version(peopleVersion);
		await readyForPeople(newer);
		await newer.close();
	});
});
