import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ThroughlineError } from '#lib/domain/errors.ts';

const inputs = ['src', 'static', 'svelte.config.js', 'vite.config.ts', 'package-lock.json'];
const stamp = 'build/.built-from';

/** One hash over every file that the build reads, by path and content. */
function hashOfInputs(): string {
	const hash = createHash('sha256');
	for (const input of inputs) {
		for (const file of filesBelow(input)) hash.update(file).update('\0').update(readFileSync(file));
	}
	return hash.digest('hex');
}

function filesBelow(path: string): string[] {
	if (statSync(path).isFile()) return [path];
	return readdirSync(path, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}

/** Runs `vite build` when the build is missing or was made from other sources. */
export function buildIfStale(log: (line: string) => void): void {
	const wanted = hashOfInputs();
	if (existsSync('build/index.js') && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
	log('Building the explorer (half a minute).');
	const done = spawnSync(
		process.execPath,
		['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'],
		{
			stdio: ['ignore', 'ignore', 'inherit']
		}
	);
	if (done.status !== 0) {
		throw new ThroughlineError(
			'The explorer could not be built.',
			'See the message above; npm run build repeats it.'
		);
	}
	writeFileSync(stamp, wanted);
}
