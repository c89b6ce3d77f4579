import { z } from 'zod';
import type { Store } from '#lib/server/store.ts';

const question = {
	text: `MATCH (c:Concept) WHERE toLower(c.label) = $text OR toLower(c.name) = $text OR any(a IN c.aliases WHERE toLower(a) = $text)
RETURN c.name AS name, c.aliases AS aliases
ORDER BY toLower(c.label) = $text DESC, toLower(c.name) = $text DESC, c.papers DESC, c.id LIMIT 1`,
	row: z.object({ name: z.string(), aliases: z.array(z.string()) })
};

/** Forms that a decision keeps at most. */
const most = 30;

/** The forms of the concept that is called or written so, its name first; the text alone where none is. */
export async function formsOfNamed(store: Store, text: string): Promise<string[]> {
	const [row] = await store.read(question, { text: text.trim().toLowerCase() });
	return row ? [row.name, ...row.aliases].slice(0, most) : [text];
}
