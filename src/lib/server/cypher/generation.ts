import { z } from 'zod';
import type { Store } from '#lib/server/store.ts';

/** ```cypher
 * MATCH (i:Ingest {status: 'done'}) RETURN i.id AS id ORDER BY id DESC LIMIT 1
 * ``` */
const question = {
	text: "MATCH (i:Ingest {status: 'done'}) RETURN i.id AS id ORDER BY id DESC LIMIT 1",
	row: z.object({ id: z.string() })
};

/** The generation that readers see now; empty while there is none. */
export async function generation(store: Store): Promise<string> {
	const [row] = await store.read(question);
	return row?.id ?? '';
}

interface Kept {
	generation: string;
	answers: Map<string, Promise<unknown>>;
}
const kept = new WeakMap<Store, Kept>();
const mostKept = 200;

/**
 * What `work` answers, computed once per generation and key: the app keeps no other state. The oldest answers
 * go first, and all of them when the generation changes.
 */
export async function perGeneration<Answer>(
	store: Store,
	key: string,
	work: (generation: string) => Promise<Answer>
): Promise<Answer> {
	const current = await generation(store);
	let own = kept.get(store);
	if (own?.generation !== current) {
		own = { generation: current, answers: new Map() };
		kept.set(store, own);
	}
	const { answers } = own;
	const known = answers.get(key);
	if (known) return (await known) as Answer;
	const answer = work(current);
	answers.set(key, answer);
	// A failure is not an answer: the next one to ask tries again.
	answer.catch(() => answers.delete(key));
	const oldest = answers.keys().next().value;
	if (answers.size > mostKept && oldest !== undefined) answers.delete(oldest);
	return answer;
}
