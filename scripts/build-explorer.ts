import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ThroughlineError } from '#lib/domain/errors.ts';
import { chooseBuild } from './builds.ts';
import { runChild } from './run-child.ts';

const builds = 'build';
const inputs = ['src', 'static', 'svelte.config.js', 'vite.config.ts', 'package.json', 'package-lock.json'];

/** The name of what is built from the sources as they are: one hash over every file that the build reads, by path and content. */
function nameOfSources(): string {
	const hash = createHash('sha256');
	for (const input of inputs) {
		for (const file of filesBelow(input)) hash.update(file).update('\0').update(readFileSync(file));
	}
	return hash.digest('hex').slice(0, 16);
}

function filesBelow(path: string): string[] {
	if (statSync(path).isFile()) return [path];
	return readdirSync(path, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}

/**
 * Runs `vite build`, or takes what was built from the same sources before. Throws ThroughlineError when the build fails,
 * or when a source was changed while it ran: what was built stays.
 */
export async function buildExplorer(output: 'quiet' | 'inherit'): Promise<void> {
	const name = nameOfSources();
	const folder = join(builds, name);
	if (!existsSync(folder)) {
		const unfinished = join(builds, `.${name}-${String(process.pid)}`);
		try {
			await runVite(unfinished, output);
			if (nameOfSources() !== name)
				throw new ThroughlineError(
					'A source was changed while the explorer was built.',
					'npm run build repeats it.'
				);
			// Somebody else may have made the same meanwhile.
			if (!existsSync(folder)) renameSync(unfinished, folder);
		} finally {
			rmSync(unfinished, { recursive: true, force: true });
		}
	}
	chooseBuild(builds, name);
}

async function runVite(folder: string, output: 'quiet' | 'inherit'): Promise<void> {
	const code = await runChild(
		['node_modules/vite/bin/vite.js', 'build', ...(output === 'quiet' ? ['--logLevel', 'error'] : [])],
		{
			stdio: ['ignore', output === 'quiet' ? 'ignore' : 'inherit', 'inherit'],
			env: { ...process.env, BUILD_FOLDER: folder }
		}
	);
	if (code !== 0) {
		throw new ThroughlineError(
			`The explorer could not be built (code ${code}).`,
			'See the message above; npm run build repeats it.'
		);
	}
}

/** Builds when the build is missing or was made from other sources. */
export async function buildIfStale(log: (line: string) => void): Promise<void> {
	if (!existsSync(join(builds, nameOfSources()))) log('Building the explorer (half a minute).');
	await buildExplorer('quiet');
}
