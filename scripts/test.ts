import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { lineForJava, majorOfJava } from '#lib/server/local-server/neo4j-artifacts.ts';

/** Every suite with the way to run it and to read its counts. The order is the order of cost. */
const vitestReport = z.object({ numPassedTests: z.int(), numFailedTests: z.int(), success: z.boolean() });
const playwrightReport = z.object({
	stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() })
});

const folder = mkdtempSync(join(tmpdir(), 'throughline-test-'));

interface Counts {
	passed: number;
	failed: number;
}

/** A suite that ends without a report, or with none of its tests run, counts as one failure. */
function countsOf(report: string, read: (json: unknown) => Counts): Counts {
	try {
		const counts = read(JSON.parse(readFileSync(report, 'utf8')));
		return counts.passed + counts.failed === 0 ? { passed: 0, failed: 1 } : counts;
	} catch {
		return { passed: 0, failed: 1 };
	}
}

function runVitest(project: string, environment: NodeJS.ProcessEnv = {}): Counts {
	const report = join(folder, `${project}${environment['JAVA_HOME'] ? '-second' : ''}.json`);
	const options = [
		'run',
		'--project',
		project,
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${report}`
	];
	spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', ...options], {
		stdio: 'inherit',
		env: { ...process.env, ...environment }
	});
	return countsOf(report, (json) => {
		const { numPassedTests, numFailedTests, success } = vitestReport.parse(json);
		return { passed: numPassedTests, failed: Math.max(numFailedTests, success ? 0 : 1) };
	});
}

function runPlaywright(): Counts {
	const report = join(folder, 'e2e.json');
	spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'test'], {
		stdio: 'inherit',
		env: { ...process.env, TEST_JSON: report }
	});
	return countsOf(report, (json) => {
		const { expected, unexpected, flaky, skipped } = playwrightReport.parse(json).stats;
		// Nothing may be skipped in CI, and a test that needs a second try has failed.
		return { passed: expected, failed: unexpected + flaky + (process.env['CI'] ? skipped : 0) };
	});
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
const all = [
	runVitest('unit'),
	runVitest('graph'),
	...(otherJava ? [runVitest('graph', { JAVA_HOME: otherJava })] : []),
	runPlaywright()
];
const passed = all.reduce((sum, counts) => sum + counts.passed, 0);
const failed = all.reduce((sum, counts) => sum + counts.failed, 0);
rmSync(folder, { recursive: true, force: true });
if (process.env['TEST_COUNTS']) writeFileSync(process.env['TEST_COUNTS'], `${passed} ${failed}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
