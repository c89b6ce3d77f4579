import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { z } from 'zod';

/** What a suite came to. */
export interface Outcome {
	passed: number;
	failed: number;
	/** Every test that failed: where it stands, what it is called, and the first lines of why. */
	failures: string[];
}

const nothingRun: Outcome = { passed: 0, failed: 1, failures: ['The suite ended without a report.'] };

/** Lines of a message that tell enough: the assertion with what was expected and what came. */
const linesOfMessage = 12;

function told(where: string, name: string, message: string): string {
	// eslint-disable-next-line no-control-regex -- the colours of a terminal
	const lines = message.replaceAll(/\u001b\[\d+m/g, '').split('\n');
	return [`${where}: ${name}`, ...lines.slice(0, linesOfMessage).map((line) => `    ${line}`)].join('\n');
}

const vitestReport = z.object({
	numPassedTests: z.int(),
	numFailedTests: z.int(),
	success: z.boolean(),
	testResults: z.array(
		z.object({
			name: z.string(),
			status: z.string(),
			message: z.string(),
			assertionResults: z.array(
				z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).nullish() })
			)
		})
	)
});

function vitestOutcome(json: unknown): Outcome {
	const { numPassedTests, numFailedTests, success, testResults } = vitestReport.parse(json);
	const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
		const where = relative(process.cwd(), name);
		const failed = assertionResults.filter((each) => each.status === 'failed');
		if (status === 'failed' && failed.length === 0) return [told(where, 'the file itself', message)];
		return failed.map(({ fullName, failureMessages }) =>
			told(where, fullName, failureMessages?.join('\n') ?? '')
		);
	});
	return { passed: numPassedTests, failed: Math.max(numFailedTests, success ? 0 : 1), failures };
}

interface PlaywrightSuite {
	specs: {
		title: string;
		file: string;
		tests: { results: { status: string; error?: { message?: string | undefined } | undefined }[] }[];
	}[];
	suites?: PlaywrightSuite[] | undefined;
}

const playwrightSuite: z.ZodType<PlaywrightSuite> = z.lazy(() =>
	z.object({
		specs: z.array(
			z.object({
				title: z.string(),
				file: z.string(),
				tests: z.array(
					z.object({
						results: z.array(
							z.object({ status: z.string(), error: z.object({ message: z.string().optional() }).optional() })
						)
					})
				)
			})
		),
		suites: z.array(playwrightSuite).optional()
	})
);

const playwrightReport = z.object({
	stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
	suites: z.array(playwrightSuite)
});

function failuresOf({ specs, suites = [] }: PlaywrightSuite): string[] {
	const own = specs.flatMap(({ title, file, tests }) => {
		const tried = tests.flatMap(({ results }) => results).find(({ error }) => error);
		return tried ? [told(file, title, tried.error?.message ?? tried.status)] : [];
	});
	return [...own, ...suites.flatMap(failuresOf)];
}

function playwrightOutcome(json: unknown): Outcome {
	const { stats, suites } = playwrightReport.parse(json);
	const { expected, unexpected, flaky, skipped } = stats;
	// Nothing may be skipped in CI, and a test that needs a second try has failed.
	const failed = unexpected + flaky + (process.env['CI'] ? skipped : 0);
	return { passed: expected, failed, failures: suites.flatMap(failuresOf) };
}

const readers = { vitest: vitestOutcome, playwright: playwrightOutcome };

export type ReportKind = keyof typeof readers;

/** Reads the report of a suite. One that ends without a report, or with none of its tests run, counts as one failure. */
export function readReport(file: string, kind: ReportKind): Outcome {
	try {
		const outcome = readers[kind](JSON.parse(readFileSync(file, 'utf8')));
		return outcome.passed + outcome.failed === 0 ? nothingRun : outcome;
	} catch {
		return nothingRun;
	}
}
