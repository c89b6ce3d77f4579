import { z } from 'zod';
import type { ParameterType, Pick } from '#lib/domain/saved-query.ts';
import type { Store } from '#lib/server/store.ts';
import { perGeneration } from './generation.ts';

const pickedRow = z.object({ id: z.string(), name: z.string() });
export type Picked = z.infer<typeof pickedRow>;

/** What a corpus has most of, by the type of a parameter: by papers, and of papers the newest. */
const texts: Partial<Record<ParameterType, string>> = {
	concept: `MATCH (c:Concept) WHERE c.kind IN $kinds OR size($kinds) = 0
RETURN c.id AS id, c.label AS name ORDER BY c.papers DESC, c.id`,
	topic: `MATCH (t:Topic {level: 1}) RETURN t.id AS id, t.name AS name ORDER BY t.papers DESC, t.id`,
	paper: `MATCH (p:Paper) RETURN p.id AS id, p.title AS name ORDER BY coalesce(p.date, '') DESC, p.id`,
	organisation: `MATCH (o:Organization) RETURN o.id AS id, o.name AS name
ORDER BY COUNT { (o)-[:PUBLISHED]->() } DESC, o.id`
};

/** The first, second … of what a corpus has most of; null where it has not so many. Of a text it is a concept's name. */
export async function mostOf(
	store: Store,
	type: ParameterType,
	{ kinds = [], at }: Pick
): Promise<Picked | null> {
	const text = texts[type === 'text' ? 'concept' : type];
	if (text === undefined) return null;
	return perGeneration(store, `most ${type} ${kinds.join()} ${at}`, async () => {
		const question = { text: `${text} SKIP toInteger($skip) LIMIT 1`, row: pickedRow };
		const [row] = await store.read(question, { kinds, skip: at - 1 });
		return row ? { id: type === 'text' ? row.name : row.id, name: row.name } : null;
	});
}
