import { parse } from 'lossless-json';
import { z } from 'zod';
import {
	BusyError,
	ParameterError,
	QueryFailedError,
	QueryRefusedError,
	QueryStoppedError,
	QuerySyntaxError,
	StoreRefusedError,
	StoreUnavailableError,
	ThroughlineError
} from '#lib/domain/errors.ts';
import { encodedValue } from './encoded-value.ts';

/**
 * What goes between the process that answers people and the one that runs their query. To the query's process, on its
 * standard input: one line of JSON a query. From it, on its standard output: a line `running` when the guard has let
 * the query through, then a line with the outcome; behind the outcome `done` follow as many bytes as it says, a JSON
 * array of the rows.
 */
export const cagedQuerySchema = z.object({
	/** Where the store is and who signs in, never on the command line: that everybody may read. */
	access: z.object({
		bolt: z.string(),
		username: z.string(),
		password: z.string(),
		database: z.string()
	}),
	/** The store's address as messages name it. */
	url: z.string(),
	cypher: z.string(),
	parameters: z.record(z.string(), z.unknown()),
	seconds: z.number(),
	rows: z.int(),
	bytes: z.int(),
	/** Rows that are read and left out: those of the pages before. */
	skip: z.int(),
	/** The plan in place of the rows: nothing is run. */
	explain: z.boolean()
});
export type CagedQuery = z.infer<typeof cagedQuerySchema>;

const failureSchema = z.object({
	name: z.string(),
	message: z.string(),
	advice: z.string(),
	line: z.int().nullable(),
	column: z.int().nullable(),
	clause: z.string()
});
type Failure = z.infer<typeof failureSchema>;

export const cagedLineSchema = z.discriminatedUnion('phase', [
	z.object({ phase: z.literal('ready') }),
	z.object({ phase: z.literal('running') }),
	z.object({
		phase: z.literal('done'),
		columns: z.array(z.string()),
		rowCount: z.int(),
		truncated: z.boolean(),
		stopped: z.string().nullable(),
		milliseconds: z.number(),
		bytes: z.int()
	}),
	z.object({ phase: z.literal('failed'), failure: failureSchema })
]);
export type CagedLine = z.infer<typeof cagedLineSchema>;

/** Whole numbers keep every digit on the way: they are bigint on the other side. */
export function encodeQuery(query: CagedQuery): string {
	return `${encodedValue(query)}\n`;
}

export function decodeQuery(line: string): CagedQuery {
	const { parameters, ...rest } = parse(line, undefined, (digits) =>
		/^-?\d+$/.test(digits) ? BigInt(digits) : Number(digits)
	) as { parameters: unknown } & Record<string, unknown>;
	const numbers = Object.entries(rest).map(([name, value]) => [
		name,
		typeof value === 'bigint' ? Number(value) : value
	]);
	return cagedQuerySchema.parse({ ...Object.fromEntries(numbers), parameters });
}

/** Every failure that a query may end with, made anew on the other side. */
const failures: Record<string, (failure: Failure) => ThroughlineError> = {
	QuerySyntaxError: ({ message, advice, line, column }) =>
		new QuerySyntaxError(message, advice, line, column),
	QueryRefusedError: ({ message, advice, clause }) => new QueryRefusedError(message, advice, clause),
	QueryStoppedError: ({ message, advice }) => new QueryStoppedError(message, advice),
	QueryFailedError: ({ message, advice }) => new QueryFailedError(message, advice),
	ParameterError: ({ message, advice }) => new ParameterError(message, advice),
	BusyError: ({ message, advice }) => new BusyError(message, advice, 5),
	StoreUnavailableError: ({ message, advice }) => new StoreUnavailableError(message, advice),
	StoreRefusedError: ({ message, advice }) => new StoreRefusedError(message, advice)
};

/** Long enough for a sentence: an engine's message may quote the whole query. */
const longestMessage = 2000;

export function packFailure(error: unknown): Failure {
	const ours =
		error instanceof ThroughlineError
			? error
			: new QueryFailedError(
					`The query could not be carried out: ${error instanceof Error ? error.message : String(error)}.`,
					'Ask for less, or in another way.'
				);
	return {
		name: ours.name in failures ? ours.name : 'QueryFailedError',
		message: ours.message.slice(0, longestMessage),
		advice: ours.advice.slice(0, longestMessage),
		line: ours instanceof QuerySyntaxError ? ours.line : null,
		column: ours instanceof QuerySyntaxError ? ours.column : null,
		clause: ours instanceof QueryRefusedError ? ours.clause.slice(0, longestMessage) : ''
	};
}

export function unpackFailure(failure: Failure): ThroughlineError {
	return (failures[failure.name] ?? failures['QueryFailedError'])?.(failure) as ThroughlineError;
}
