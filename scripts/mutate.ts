import { execFileSync } from 'node:child_process';
import { relative } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { UsageError } from '#lib/domain/errors.ts';
import { runCommand } from './command.ts';

type StrykerOptions = ConstructorParameters<typeof Stryker>[0];
type Mutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

/** The folders whose tests are held to this: what they decide is seen on the map. */
const folders = ['src/lib/graph', 'src/lib/map', 'src/lib/explorer', 'src/lib/concepts/identity'];

/** Only a browser runs these: they make canvases and hear its events. The browser tests look at what they draw. */
const browserOnly = ['open-map', 'layers', 'map-image', 'palette'].map((name) => `src/lib/map/${name}.ts`);

/** Numbers and words that were chosen on large corpora: what would another one say against them? */
const constants = 'src/lib/graph/constants/*.ts';

/** Least share of the mutants of a folder that the tests must notice, in percent. */
const least = 70;

/** Files of the folders that differ from `main`, committed or not. */
function changedFiles(): string[] {
	const git = (...given: string[]) => execFileSync('git', given, { encoding: 'utf8' }).split('\n');
	return [
		...git('diff', '--name-only', '--diff-filter=d', '--merge-base', 'main', '--', ...folders),
		...git('ls-files', '--others', '--exclude-standard', '--', ...folders)
	].filter((file) => file.endsWith('.ts') && !browserOnly.includes(file));
}

function patternsOf(places: string[]): string[] {
	for (const place of places)
		if (!folders.some((folder) => `${place}/`.startsWith(`${folder}/`)))
			throw new UsageError(`${place} is in no folder that is mutated.`, `These are: ${folders.join(', ')}.`);
	const patterns = places.map((place) => (place.includes('.ts') ? place : `${place}/**/*.ts`));
	return [...patterns, ...[...browserOnly, constants].map((left) => `!${left}`)];
}

function optionsOf(mutate: string[], concurrency: number): StrykerOptions {
	return {
		mutate,
		concurrency,
		testRunner: 'vitest',
		vitest: { configFile: 'tests/unit/mutation.config.ts' },
		tempDirName: '.cache/mutation',
		ignorePatterns: [
			'/.cache',
			'/.svelte-kit/*',
			'!/.svelte-kit/tsconfig.json',
			'/build',
			'/data',
			'/test-results',
			'/playwright-report'
		],
		reporters: ['progress', 'html', 'json'],
		htmlReporter: { fileName: '.cache/mutation.html' },
		jsonReporter: { fileName: '.cache/mutation.json' },
		allowConsoleColors: process.stdout.isTTY
	};
}

/** How many mutants the tests noticed, of all that can run. */
function scoreOf(mutants: Mutant[]): { noticed: number; all: number } {
	const count = (...statuses: Mutant['status'][]) =>
		mutants.filter(({ status }) => statuses.includes(status)).length;
	const noticed = count('Killed', 'Timeout');
	return { noticed, all: noticed + count('Survived', 'NoCoverage') };
}

function lineOf(place: string, mutants: Mutant[]): string {
	const { noticed, all } = scoreOf(mutants);
	const percent = all === 0 ? '-' : `${((100 * noticed) / all).toFixed(1)} %`;
	return `${place.padEnd(48)} ${percent.padStart(8)}  ${noticed} of ${all}`;
}

await runCommand(
	{
		name: 'mutate',
		usage: 'npm run mutate -- [FILE|FOLDER…] [--changed] [--concurrency N]',
		description:
			'Changes the code in small ways, one at a time, and tells how many of these mutants the unit tests notice.\n' +
			`Fails when they notice less than ${least} % of a folder's. What is left is listed in .cache/mutation.html.`,
		options: {
			changed: { type: 'boolean', description: 'only files that differ from main' },
			concurrency: { type: 'string', description: 'how many mutants are tried at once (1)' }
		},
		examples: [
			'npm run mutate',
			'npm run mutate -- --changed',
			'npm run mutate -- src/lib/explorer/history.ts'
		]
	},
	async ({ values, positionals }) => {
		const places =
			values['changed'] === true ? changedFiles() : positionals.length > 0 ? positionals : folders;
		if (places.length === 0) {
			console.log('No file of these folders differs from main.');
			return;
		}
		const concurrency = Number(values['concurrency'] ?? 1);
		if (!Number.isInteger(concurrency) || concurrency < 1)
			throw new UsageError('--concurrency takes a whole number from 1 on.', 'npm run mutate -- --help');
		const found = await new Stryker(optionsOf(patternsOf(places), concurrency)).runMutationTest();
		const mutants = found.map((each) => ({ ...each, fileName: relative('.', each.fileName) }));
		const files = [...new Set(mutants.map(({ fileName }) => fileName))].sort();
		for (const file of files)
			console.log(
				lineOf(
					file,
					mutants.filter(({ fileName }) => fileName === file)
				)
			);
		console.log('');
		for (const folder of folders) {
			const own = mutants.filter(({ fileName }) => fileName.startsWith(`${folder}/`));
			if (own.length === 0) continue;
			console.log(lineOf(folder, own));
			const { noticed, all } = scoreOf(own);
			if (100 * noticed < least * all) process.exitCode = 1;
		}
	}
);
