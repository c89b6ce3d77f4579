import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { StoreUnavailableError } from '#lib/domain/errors.ts';
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

/** Times that work is done again because a generation was published in the middle of it. */
const tries = 5;

/**
 * What `work` answers, read from one generation though it asks many questions: Neo4j shows each of them what is committed
 * by then, so the work is done again when a generation was published in between. Throws StoreUnavailableError where that
 * happens every time.
 */
export async function consistently<Answer>(
	store: Store,
	work: (generation: string) => Promise<Answer>
): Promise<{ answer: Answer; generation: string }> {
	let current = await generation(store);
	for (let tried = 1; ; tried += 1) {
		const answer = await work(current);
		const after = await generation(store);
		if (after === current) return { answer, generation: after };
		if (tried === tries)
			throw new StoreUnavailableError(
				'The graph is being replaced again and again just now.',
				'Try again when the ingest is done.'
			);
		current = after;
	}
}

interface Kept {
	generation: string;
	answers: LRUCache<string, Promise<unknown>>;
}
const kept = new WeakMap<Store, Kept>();
const mostKept = 200;

/** The answers of one generation; those of an earlier one are forgotten. */
function answersOf(store: Store, current: string): Kept['answers'] {
	let own = kept.get(store);
	if (own?.generation !== current) {
		own = { generation: current, answers: new LRUCache({ max: mostKept }) };
		kept.set(store, own);
	}
	return own.answers;
}

/**
 * What `work` answers, computed once per generation and key, from that generation alone: the app keeps no other state.
 * What was asked for longest ago goes first, and all when the generation changes.
 */
export async function perGeneration<Answer>(
	store: Store,
	key: string,
	work: (generation: string) => Promise<Answer>
): Promise<Answer> {
	const current = await generation(store);
	const answers = answersOf(store, current);
	const known = answers.get(key);
	if (known) return (await known) as Answer;
	const answering = consistently(store, work);
	const answer = answering.then((found) => found.answer);
	answers.set(key, answer);
	// A failure is not an answer, nor is that of another generation one of this: the next one to ask tries again.
	answering.then(
		(found) => {
			if (found.generation !== current) answers.delete(key);
		},
		() => answers.delete(key)
	);
	return answer;
}
