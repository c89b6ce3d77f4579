import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openStore } from '#lib/server/store.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		/** The data folder of the local Neo4j that the suite shares. */
		sharedFolder: string;
	}
}

/** Starts the one Neo4j of the suite, on the Java of JAVA_HOME: each file of tests empties it and fills it anew. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
	const folder = await mkdtemp(join(tmpdir(), 'throughline-graph-'));
	const store = await openStore({ url: `local:${folder}`, javaHome: process.env['JAVA_HOME'] });
	project.provide('sharedFolder', folder);
	return async () => {
		await store.close();
		await rm(folder, { recursive: true, force: true });
	};
}
