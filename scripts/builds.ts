import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Earlier builds that stay, for the servers that run them. */
const keptEarlier = 2;

/** Folders of builds that are not this one, the newest first. */
function otherBuilds(builds: string, name: string): string[] {
	return readdirSync(builds, { withFileTypes: true })
		.filter((found) => found.isDirectory() && found.name !== name)
		.map((found) => join(builds, found.name))
		.sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs);
}

/**
 * A folder of builds holds one folder for each of the last, named by the hash of what it was made from, and index.js,
 * which runs the chosen one. A server reads its files as they are asked for, to its end: a build never touches the
 * folder of another, so nobody who is reading a map notices it. This chooses one, in one step, and removes those before
 * it that no server can be expected to run any more, with what was left half made.
 */
export function chooseBuild(builds: string, name: string): void {
	const entry = join(builds, 'index.js');
	const written = `${entry}.${String(process.pid)}`;
	writeFileSync(written, `import './${name}/index.js';\n`);
	renameSync(written, entry);
	for (const folder of otherBuilds(builds, name).slice(keptEarlier))
		rmSync(folder, { recursive: true, force: true });
}
