import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathsIn, writing } from './local-folder.ts';
import { identitySchema, isAlive, ownIdentity } from './process-identity.ts';

let entered = 0;

/** Adds this process to those that use the server of a folder. The answer takes it away again. */
export async function enter(folder: string): Promise<() => Promise<void>> {
	const { users } = pathsIn(folder);
	const file = join(users, `${ownIdentity.pid}-${(entered += 1)}`);
	await writing(folder, async () => {
		await mkdir(users, { recursive: true });
		// The name ends in .new until the text is there: without it nobody could tell whether its process lives.
		await writeFile(`${file}.new`, JSON.stringify(ownIdentity));
		await rename(`${file}.new`, file);
	});
	return () => rm(file, { force: true });
}

/** The number of the process of one user, or null when it is dead. */
function userOf(file: string): number | null {
	try {
		const user = identitySchema.parse(JSON.parse(readFileSync(file, 'utf8')));
		return isAlive(user) ? user.pid : null;
	} catch {
		return null;
	}
}

/** The numbers of the living processes that use the server, one for each use; the others are forgotten. */
export function usersOf(folder: string): number[] {
	const { users } = pathsIn(folder);
	let names: string[];
	try {
		names = readdirSync(users).filter((name) => !name.endsWith('.new'));
	} catch {
		return [];
	}
	return names.flatMap((name) => {
		const user = userOf(join(users, name));
		if (user === null) rmSync(join(users, name), { force: true });
		return user ?? [];
	});
}
