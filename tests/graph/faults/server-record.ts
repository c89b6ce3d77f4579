import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const schema = z.looseObject({
	pid: z.int(),
	port: z.int(),
	state: z.string(),
	started: z.string(),
	password: z.string()
});

/** What the local server of a folder wrote down of itself, or null where there is nothing to read. */
export function recordOf(folder: string): z.infer<typeof schema> | null {
	try {
		return schema.parse(JSON.parse(readFileSync(join(folder, 'neo4j', 'running.json'), 'utf8')));
	} catch {
		return null;
	}
}
