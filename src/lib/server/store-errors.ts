import { Neo4jError } from 'neo4j-driver';
import {
	ParameterError,
	QueryFailedError,
	QueryRefusedError,
	QueryStoppedError,
	QuerySyntaxError,
	StoreRefusedError,
	StoreUnavailableError,
	type ThroughlineError
} from '#lib/domain/errors.ts';
import { nowhere, placeOfString, type Place } from './place-in-text.ts';

/** What was asked when the store failed. */
interface Asked {
	/** The store's address as messages name it. */
	url: string;
	/** Of a person's query: its limit of time. A question of ours has none to tell. */
	seconds?: number;
	/** Its text. */
	cypher?: string;
}

interface Meaning {
	/** True for the error's code, or for what its message says where the code says too little. */
	fits: (code: string, message: string) => boolean;
	/** Only where a person's own text was run: there the text may be at fault, elsewhere the store is. */
	ofPeople?: true;
	inOurWords: (asked: Asked, cause: Neo4jError) => ThroughlineError;
}

function firstLine({ message }: Neo4jError): string {
	return (message.split('\n')[0] ?? message).replace(/\s*\(line \d+, column \d+ \(offset: \d+\)\)$/, '');
}

/** Where a query does not parse. The guard sends it behind `EXPLAIN `, which moves the columns of its first line. */
function placeOf({ message }: Neo4jError): Place {
	const place = /line (\d+), column (\d+)/.exec(message);
	if (!place) return nowhere;
	const line = Number(place[1]);
	const shift = line === 1 && message.includes('EXPLAIN') ? 'EXPLAIN '.length : 0;
	return { line, column: Math.max(1, Number(place[2]) - shift) };
}

/** A text that no date, time or duration can be made of: the second line of the message quotes it. */
const quoted = /^[^\n]*cannot be parsed to an? [^\n]*\n"([^]*)"\n/;

/**
 * What no value can be made of, as the query wrote it or as its data hold it. The engine calls it a syntax error and
 * names no place.
 */
function unreadableValue(cause: Neo4jError, value: string, cypher: string): ThroughlineError {
	const place = placeOfString(cypher, value);
	const said = `${firstLine(cause)}: "${value.slice(0, 100)}".`;
	return place.line === null
		? new QueryFailedError(said, 'It is a value that the query works on: leave out those that are none.', {
				cause
			})
		: new QuerySyntaxError(said, 'Correct it there.', place.line, place.column, { cause });
}

/** Whether a database says that only a new start helps it. Both lines say it in these words, under codes of many meanings. */
export function hasGivenUp({ message }: { message: string }): boolean {
	return message.includes('critical error, and needs to be restarted');
}

/** Everything that a driver may throw, the first that fits counts; the last fits all, so that none is left over. */
const meanings: Meaning[] = [
	{
		fits: (_, message) => message.startsWith('Server responded HTTP'),
		inOurWords: ({ url }, cause) =>
			new StoreRefusedError(
				`What listens at ${url} speaks HTTP, not Bolt.`,
				'Give the Bolt port in GRAPH_URL: 7687 where nobody changed it.',
				{ cause }
			)
	},
	{
		fits: (code, message) =>
			/^(ServiceUnavailable|SessionExpired|ProtocolError)$|DatabaseUnavailable|DatabaseShutdown/.test(code) ||
			/^Connection acquisition timed out|Pool is closed|Driver is closed/.test(message) ||
			hasGivenUp({ message }),
		inOurWords: ({ url }, cause) =>
			new StoreUnavailableError(
				`The graph store at ${url} does not answer.`,
				url.startsWith('local:')
					? 'Wait a few seconds: what npm start or npm run neo4j started is started again. Else start it with one of them.'
					: 'Look whether it runs, and check GRAPH_URL: host, port, and +s where it wants encryption.',
				{ cause }
			)
	},
	{
		fits: (code) => code.startsWith('Neo.ClientError.Security'),
		inOurWords: ({ url }, cause) =>
			new StoreRefusedError(
				`The graph store at ${url} refused the user name or password.`,
				'Check NEO4J_USERNAME and NEO4J_PASSWORD.',
				{ cause }
			)
	},
	{
		fits: (code) => code === 'Neo.ClientError.Database.DatabaseNotFound',
		inOurWords: ({ url }, cause) =>
			new StoreRefusedError(`The graph store at ${url} has no such database.`, 'Check NEO4J_DATABASE.', {
				cause
			})
	},
	{
		fits: (code, message) =>
			/OutOfMemory|TransactionMemoryLimit/.test(code) || /StackOverFlowError/i.test(code + message),
		ofPeople: true,
		inOurWords: (_, cause) =>
			new QueryStoppedError(
				'The query needed too much memory and was stopped.',
				'Ask for less at once: a LIMIT, a shorter list, or a name to start from.',
				{ cause }
			)
	},
	{
		fits: (code) => /OutOfMemory|TransactionMemoryLimit/.test(code),
		inOurWords: ({ url }, cause) =>
			new StoreRefusedError(
				`The graph store at ${url} has too little memory for this.`,
				'Give its server a larger heap (server.memory.heap.max_size).',
				{ cause }
			)
	},
	{
		fits: (code) => code.includes('TransactionTimedOut'),
		ofPeople: true,
		inOurWords: ({ seconds = 0 }, cause) =>
			new QueryStoppedError(
				`The query was stopped after ${seconds} seconds.`,
				'Ask for less: a LIMIT, a shorter pattern, or a name to start from.',
				{ cause }
			)
	},
	{
		fits: (code) => code.includes('TransactionTimedOut'),
		inOurWords: ({ url }, cause) =>
			new QueryStoppedError(
				`The graph store at ${url} took too long and was stopped.`,
				'Try again when it has less to do, or ask for less.',
				{ cause }
			)
	},
	{
		fits: (code) => /Transaction\.(Terminated|LockClientStopped)|^Neo\.TransientError/.test(code),
		ofPeople: true,
		inOurWords: (_, cause) =>
			new QueryStoppedError('The query was stopped by the server.', 'Run it again in a moment.', { cause })
	},
	{
		fits: (code) => code === 'Neo.ClientError.Statement.ParameterMissing',
		ofPeople: true,
		inOurWords: (_, cause) =>
			new ParameterError(`${firstLine(cause)}.`, 'Give every $parameter a value.', { cause })
	},
	{
		fits: (code) => code === 'Neo.ClientError.Statement.AccessMode',
		ofPeople: true,
		inOurWords: () =>
			new QueryRefusedError('The query would write.', 'Queries only read the graph.', 'Writing')
	},
	{
		fits: (code) => code === 'Neo.ClientError.Statement.SyntaxError',
		ofPeople: true,
		inOurWords: ({ cypher = '' }, cause) => {
			const value = quoted.exec(cause.message)?.[1];
			if (value !== undefined) return unreadableValue(cause, value, cypher);
			const { line, column } = placeOf(cause);
			const advice = line === null ? 'Correct the query.' : 'Correct the query there.';
			return new QuerySyntaxError(firstLine(cause), advice, line, column, { cause });
		}
	},
	{
		fits: () => true,
		ofPeople: true,
		inOurWords: (_, cause) =>
			new QueryFailedError(
				`The engine could not carry out the query: ${firstLine(cause)}`,
				'Look at the values it works on.',
				{ cause }
			)
	},
	{
		fits: () => true,
		inOurWords: ({ url }, cause) =>
			new StoreRefusedError(
				`The graph store at ${url} could not do this: ${firstLine(cause)}`,
				'Its log tells more (neo4j/logs in the data folder of a local one).',
				{ cause }
			)
	}
];

function inOurWords(error: unknown, asked: Asked, ofPeople: boolean): unknown {
	if (!(error instanceof Neo4jError)) return error;
	const { code, message } = error;
	return meanings
		.find((meaning) => (ofPeople || !meaning.ofPeople) && meaning.fits(code, message))
		?.inOurWords(asked, error);
}

/** The driver's error at a question of ours, in our words; anything else as it is. */
export function storeError(error: unknown, url: string): unknown {
	return inOurWords(error, { url }, false);
}

/** The driver's error at a person's query, in our words; anything else as it is. */
export function queryError(error: unknown, asked: Required<Asked>): unknown {
	return inOurWords(error, asked, true);
}
