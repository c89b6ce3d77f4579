import { parseArgs, type ParseArgsConfig } from 'node:util';
import { QuerySyntaxError, ThroughlineError, UsageError } from '#lib/domain/errors.ts';
import { ended, ending, endProcess, heedSignals } from './ending.ts';

interface Option {
	type: 'string' | 'boolean';
	short?: string;
	multiple?: boolean;
	description: string;
}

export interface CommandSpec {
	name: string;
	/** One line: `npm run ingest -- FILE… [--fresh]`. */
	usage: string;
	description: string;
	options: Record<string, Option>;
	examples: string[];
	/** Lines that `--help` prints below the examples. */
	more?: string[];
}

export interface CommandArguments {
	values: Record<string, string | boolean | (string | boolean)[] | undefined>;
	positionals: string[];
}

function helpText(spec: CommandSpec): string {
	const width = Math.max(...Object.keys(spec.options).map((name) => name.length), 4);
	const rows = Object.entries({
		...spec.options,
		help: { type: 'boolean', description: 'show this text' } satisfies Option
	}).map(([name, { description }]) => `  --${name.padEnd(width)}  ${description}`);
	const examples = spec.examples.map((example) => `  ${example}`);
	return [
		spec.description,
		'',
		`Usage: ${spec.usage}`,
		'',
		'Options:',
		...rows,
		'',
		'Examples:',
		...examples,
		'',
		...(spec.more ? [...spec.more, ''] : [])
	].join('\n');
}

function parse(spec: CommandSpec, argv: string[]): CommandArguments {
	try {
		const options: NonNullable<ParseArgsConfig['options']> = { help: { type: 'boolean' } };
		for (const [name, { type, short, multiple }] of Object.entries(spec.options)) {
			options[name] = { type, ...(short ? { short } : {}), ...(multiple ? { multiple } : {}) };
		}
		return parseArgs({ args: argv, options, allowPositionals: true, strict: true });
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message : String(cause);
		throw new UsageError(reason, `npm run ${spec.name} -- --help lists what there is.`, { cause });
	}
}

/** What went wrong and what to do, and where in a query. */
function sentencesOf(error: ThroughlineError): string {
	const place =
		error instanceof QuerySyntaxError && error.line !== null
			? [`Line ${error.line}, column ${error.column ?? 1}.`]
			: [];
	return [error.message, ...place, error.advice].join('\n');
}

/**
 * The one door of the command line: parses the arguments, prints `--help`, and turns every failure into
 * a sentence on standard error and an exit code (0 done, 1 failed, 2 wrong usage). A signal ends it in order (130 INT,
 * 143 TERM, 129 HUP), a second one at once.
 */
export async function runCommand(
	spec: CommandSpec,
	main: (given: CommandArguments) => Promise<void>
): Promise<void> {
	heedSignals();
	// Whoever reads may have seen enough (`| head`): that is no failure, and what is left need not be written.
	process.stdout.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code !== 'EPIPE') throw error;
		if (!ending.aborted) endProcess(0);
	});
	// A terminal that was closed: there is nobody left to tell.
	process.stderr.on('error', () => undefined);
	const end = ended();
	try {
		const given = parse(spec, process.argv.slice(2));
		if (given.values['help'] === true) {
			process.stdout.write(helpText(spec));
			return;
		}
		await Promise.race([main(given), end]);
	} catch (error) {
		if (!ending.aborted) {
			process.exitCode = error instanceof UsageError ? 2 : 1;
			if (error instanceof ThroughlineError) console.error(sentencesOf(error));
			else console.error(error);
		}
	}
	// Threads and timers of what was left in the middle would keep it alive.
	if (ending.aborted) process.exit(await end);
}
