import { existsSync } from 'node:fs';
import { readdir, stat, symlink, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { classArchive, forgetArchive, isWhole } from '#lib/server/local-server/class-archive.ts';
import { findJava, neo4jJars } from '#lib/server/local-server/neo4j-artifacts.ts';
import { isAlive } from '#lib/server/local-server/process-identity.ts';
import { freePort, launch } from '#lib/server/local-server/server-process.ts';
import { javaHome, ownFolder } from '../opened-store.ts';

const own = ownFolder();
const said: string[] = [];
const effects = { log: (line: string) => said.push(line) };

async function given() {
	const found = await findJava({ javaHome, ...effects, written: null });
	const jars = join(own.folder, 'jars');
	if (!existsSync(jars)) await symlink(await neo4jJars(found.line, effects), jars);
	return { ...found, jars };
}

/** The tests of this group follow each other: what one leaves, the next one finds. */
describe('classArchive', () => {
	let file: string;

	test('is made once, where a killed command has left a server behind', async () => {
		const archived = await given();
		const { java, jars, line } = archived;
		const refused = await classArchive({ ...archived, java: join(own.folder, 'no-java') }, effects);
		expect(refused).toBeNull();
		const [work] = (await readdir(own.folder)).filter((name) => name.endsWith('-work'));
		const port = await freePort();
		const { mainClass, version } = line;
		const left = await launch(join(own.folder, work ?? ''), {
			...{ java, jars, mainClass, version, port },
			options: []
		});
		said.length = 0;
		file = (await classArchive(archived, effects)) ?? '';
		expect(isAlive(left)).toBe(false);
		expect(said).toEqual(['Preparing Neo4j for quick starts (a quarter of a minute, once).']);
		expect((await stat(file)).size).toBeGreaterThan(20_000_000);
		expect(await readdir(join(own.folder, work ?? '', 'neo4j'))).toEqual([]);
		expect(await classArchive(archived, effects)).toBe(file);
		expect(said).toHaveLength(1);
	});

	test('is another one for another build of Java', async () => {
		const archived = await given();
		const ending = AbortSignal.abort(new Error('ended'));
		await expect(
			classArchive({ ...archived, printed: `${archived.printed} ` }, { ...effects, signal: ending })
		).rejects.toThrow('ended');
	});

	test('that a full disk cut short is not used', async () => {
		const archived = await given();
		expect(await isWhole(file, archived)).toBe(true);
		const { size } = await stat(file);
		await truncate(file, size - 1_000_000);
		expect(await isWhole(file, archived)).toBe(false);
		await forgetArchive(file);
		expect(await classArchive(archived, effects)).toBeNull();
	});
});
