import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serversOf } from '#lib/server/local-server/server-process.ts';
import { openStore } from '#lib/server/store.ts';
import { javaHome, ownFolder } from '../opened-store.ts';

const own = ownFolder();

async function expectReason(folder: string, reason: string, advice: RegExp): Promise<void> {
	await expect(openStore({ url: `local:${folder}`, javaHome })).rejects.toMatchObject({
		name: 'LocalServerError',
		message: `The local Neo4j in ${folder} did not start: ${reason}.`,
		advice: expect.stringMatching(advice) as string
	});
	expect(serversOf(folder)).toEqual([]);
}

test('a store that another process holds is said to be held', async () => {
	const [holder, folder] = [join(own.folder, 'holder'), join(own.folder, 'held')];
	const holding = await openStore({ url: `local:${holder}`, javaHome });
	await mkdir(join(folder, 'neo4j'), { recursive: true });
	await symlink(join(holder, 'neo4j', 'data'), join(folder, 'neo4j', 'data'));
	await expectReason(folder, 'another process holds its store', /End the Neo4j that runs in this folder/);
	await holding.close();
});

test.each(['system', 'neo4j'])('a damaged database %s is said to be damaged', async (database) => {
	const folder = join(own.folder, database);
	await (await openStore({ url: `local:${folder}`, javaHome })).close();
	const store = join(folder, 'neo4j', 'data', 'databases', database);
	for (const name of (await readdir(store)).filter((file) => /^neostore(\.nodestore\.db)?$/.test(file)))
		await writeFile(join(store, name), 'pond water '.repeat(8000));
	await expectReason(folder, 'its store is damaged', /Move the folder away/);
});
