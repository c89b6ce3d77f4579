import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lineForJava, majorOfJava } from '#lib/server/local-server/neo4j-artifacts.ts';
import { ThroughlineError } from '#lib/domain/errors.ts';
import { ensureChromium } from './chromium.ts';
import { readReport, type Outcome, type ReportKind } from './test-reports.ts';

/**
 * Neo4j's own Java with its first compiler alone: a server that lives for minutes spends a third of its time on the second
 * one, whose code it ends before it has paid. Nothing else of the engine differs.
 */
const quickJava = { JAVA_TOOL_OPTIONS: '-XX:TieredStopAtLevel=1' };

/**
 * What the other line of Neo4j may answer differently: how it plans and refuses what people write, what it takes for its
 * limits, and each of the project's own statements. What only the project's processes and files do is tested once.
 */
const dependsOnLine = [
	'attacks',
	'caged-queries',
	'citations',
	'generations',
	'map-questions',
	'memory-limits',
	'paths',
	'people',
	'publish',
	'query-guard',
	'questions',
	'saved-queries',
	'topic-tree',
	'within-dates'
].map((name) => `tests/graph/${name}`);

const folder = mkdtempSync(join(tmpdir(), 'throughline-test-'));

interface Suite extends Outcome {
	name: string;
	seconds: number;
}

function run(name: string, command: string[], kind: ReportKind, environment: NodeJS.ProcessEnv): Suite {
	const began = performance.now();
	spawnSync(process.execPath, command, { stdio: 'inherit', env: { ...process.env, ...environment } });
	const seconds = (performance.now() - began) / 1000;
	return { name, seconds, ...readReport(reportOf(name), kind) };
}

function reportOf(name: string): string {
	return join(folder, `${name.replaceAll(' ', '-')}.json`);
}

function runVitest(
	project: string,
	name = project,
	{ files = [], environment = {} }: { files?: string[]; environment?: NodeJS.ProcessEnv } = {}
): Suite {
	const options = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(name)}`];
	const command = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, ...options, ...files];
	return run(name, command, 'vitest', { ...quickJava, ...environment });
}

async function runPlaywright(): Promise<Suite> {
	// Without it every browser test fails, and this says why.
	await ensureChromium(console.log).catch((error: unknown) => {
		console.error(error instanceof ThroughlineError ? `${error.message}\n${error.advice}` : error);
	});
	const command = ['node_modules/@playwright/test/cli.js', 'test'];
	return run('browser', command, 'playwright', { ...quickJava, TEST_JSON: reportOf('browser') });
}

/** The Neo4j line that a Java runs; null for no Java and for one that is too old. */
function lineOf(java: string): string | null {
	const { stdout, stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' });
	const major = majorOfJava(`${stderr}${stdout}`);
	return major === null ? null : (lineForJava(major)?.version ?? null);
}

/** The home of a Java that runs the other line of Neo4j than the usual one here, or null: then one line is tested. */
function otherJavaHome(): string | null {
	const home = process.env['JAVA_HOME'];
	const usual = lineOf(home ? join(home, 'bin', 'java') : 'java');
	const systems = '/usr/lib/jvm';
	const homes = existsSync(systems) ? readdirSync(systems).sort() : [];
	const other = homes
		.map((name) => join(systems, name))
		.find((each) => ![null, usual].includes(lineOf(join(each, 'bin', 'java'))));
	return other ?? null;
}

const otherJava = otherJavaHome();
/** The order is the order of cost. */
const suites = [
	runVitest('unit'),
	runVitest('graph'),
	runVitest('faults'),
	...(otherJava
		? [
				runVitest('graph', 'graph on the other line', {
					files: dependsOnLine,
					environment: { JAVA_HOME: otherJava }
				})
			]
		: []),
	await runPlaywright()
];
rmSync(folder, { recursive: true, force: true });
const passed = suites.reduce((sum, suite) => sum + suite.passed, 0);
const failed = suites.reduce((sum, suite) => sum + suite.failed, 0);
if (process.env['TEST_COUNTS']) writeFileSync(process.env['TEST_COUNTS'], `${passed} ${failed}\n`);
// The last lines of a long log are the ones that are read.
for (const { name, failures } of suites) for (const failure of failures) console.log(`\n${name}: ${failure}`);
for (const suite of suites)
	console.log(
		`${suite.name}: ${suite.passed} passed, ${suite.failed} failed in ${suite.seconds.toFixed(0)} s`
	);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
