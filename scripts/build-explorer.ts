import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ThroughlineError } from '#lib/domain/errors.ts';
import { runChild } from './run-child.ts';

const inputs = ['src', 'static', 'svelte.config.js', 'vite.config.ts', 'package.json', 'package-lock.json'];
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

/**
 * Runs `vite build` and leaves a stamp of what it was made from. A source that changes meanwhile makes it stale.
 * Throws ThroughlineError when the build fails.
 */
export async function buildExplorer(output: 'quiet' | 'inherit'): Promise<void> {
	const from = hashOfInputs();
	const code = await runChild(
		['node_modules/vite/bin/vite.js', 'build', ...(output === 'quiet' ? ['--logLevel', 'error'] : [])],
		{ stdio: ['ignore', output === 'quiet' ? 'ignore' : 'inherit', 'inherit'] }
	);
	if (code !== 0) {
		throw new ThroughlineError(
			`The explorer could not be built (code ${code}).`,
			'See the message above; npm run build repeats it.'
		);
	}
	writeFileSync(stamp, from);
}

/** Builds when the build is missing or was made from other sources. */
export async function buildIfStale(log: (line: string) => void): Promise<void> {
	const isFresh =
		existsSync('build/index.js') && existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfInputs();
	if (isFresh) return;
	log('Building the explorer (half a minute).');
	await buildExplorer('quiet');
}
