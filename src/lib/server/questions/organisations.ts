import { z } from 'zod';
import type { Store } from '#lib/server/store.ts';

const organisationRow = z.object({ name: z.string(), papers: z.int() });
export const organisationsSchema = z.object({ items: z.array(organisationRow) });

/**
 * The organisations whose name holds `q`, those that begin with it and then those of most papers first; all where it
 * is empty. ```cypher
 * MATCH (o:Organization) WHERE toLower(o.name) CONTAINS 'lab' … ORDER BY papers DESC LIMIT 8
 * ```
 */
export async function organisations(
	store: Store,
	q: string,
	limit: number
): Promise<z.infer<typeof organisationsSchema>> {
	const text = `MATCH (o:Organization) WHERE toLower(o.name) CONTAINS $q
RETURN o.name AS name, COUNT { (o)-[:PUBLISHED]->() } AS papers
ORDER BY toLower(o.name) STARTS WITH $q DESC, papers DESC, name LIMIT toInteger($limit)`;
	const items = await store.read({ text, row: organisationRow }, { q: q.trim().toLowerCase(), limit });
	return { items };
}

/** The id of the organisation that is called so. Null for none. */
export async function organisationId(store: Store, name: string): Promise<string | null> {
	const text = `MATCH (o:Organization) WHERE o.id = $name OR toLower(o.name) = toLower($name)
RETURN o.id AS id ORDER BY o.id <> $name LIMIT 1`;
	const [row] = await store.read({ text, row: z.object({ id: z.string() }) }, { name });
	return row?.id ?? null;
}
