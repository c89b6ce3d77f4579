import { z } from 'zod';
import { StoreUnavailableError } from '#lib/domain/errors.ts';
import type { Store } from './store.ts';

/** The settings without which one query, or all together, can take the whole heap. Their default is none: `0B`. */
const memoryLimits = ['db.memory.transaction.max', 'db.memory.transaction.total.max'];

const question = {
	text: 'SHOW SETTINGS YIELD name, value WHERE name IN $limits RETURN name, value',
	row: z.object({ name: z.string(), value: z.string() })
};

/**
 * The names of the memory limits, or of other settings, that a server leaves at nothing; none where the server tells
 * nobody (a user without the right, a hosted server that keeps its settings to itself). Throws StoreUnavailableError when it is away.
 */
export async function missingMemoryLimits(store: Store, limits = memoryLimits): Promise<string[]> {
	try {
		const rows = await store.read(question, { limits });
		return rows.filter(({ value }) => /^0\D*$/.test(value)).map(({ name }) => name);
	} catch (error) {
		if (error instanceof StoreUnavailableError) throw error;
		return [];
	}
}
