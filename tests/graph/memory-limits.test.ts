import { expect, test } from 'vitest';
import { missingMemoryLimits } from '#lib/server/memory-limits.ts';
import { storeError } from '#lib/server/store-errors.ts';
import { openedStore } from './opened-store.ts';

const opened = openedStore();

test('our own Neo4j sets the memory limits', async () => {
	expect(await missingMemoryLimits(opened.store)).toEqual([]);
});

test('a limit that is not set is named', async () => {
	const asked = ['db.memory.transaction.max', 'db.transaction.timeout', 'no.such.setting'];
	expect(await missingMemoryLimits(opened.store, asked)).toEqual(['db.transaction.timeout']);
});

test('one transaction cannot take all memory, and says so', async () => {
	const session = opened.store.readingSession();
	const hungry = session.run('UNWIND range(1, 50000000) AS n WITH collect({n: n}) AS kept RETURN size(kept)');
	await expect(
		hungry.catch((error: unknown) => Promise.reject(storeError(error, opened.store.url) as Error))
	).rejects.toMatchObject({
		name: 'StoreRefusedError',
		message: expect.stringContaining('has too little memory for this') as string
	});
	await session.close();
});
