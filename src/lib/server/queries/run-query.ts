import { Neo4jError } from 'neo4j-driver';
import type { QueryAnswer } from '#lib/domain/answers.ts';
import {
	ParameterError,
	QueryRefusedError,
	QueryStoppedError,
	QuerySyntaxError
} from '#lib/domain/errors.ts';
import { queryLimits } from '#lib/domain/saved-query.ts';
import { generation } from '#lib/server/cypher/generation.ts';
import { guardQuery } from './query-guard.ts';
import { queryParameter, queryValue } from './query-values.ts';
import type { Store } from '#lib/server/store.ts';

interface RunOptions {
	/** Ends the query on the server: Stop, or a tab that was closed. */
	signal?: AbortSignal;
	/** Who asks: queries have places for each client as well as over all. */
	client?: string;
	/** Seconds until it is stopped. */
	seconds?: number;
}

let running = 0;

/** The engine's error in words for the one who wrote the query; anything else as it is. */
function translate(error: unknown, seconds: number): unknown {
	if (!(error instanceof Neo4jError)) return error;
	const { code, message } = error;
	if (code.includes('TransactionTimedOut')) {
		return new QueryStoppedError(
			`The query was stopped after ${seconds} seconds.`,
			'Ask for less: a LIMIT, a shorter pattern, or a name to start from.',
			{ cause: error }
		);
	}
	if (code.includes('MemoryPoolOutOfMemory') || code.includes('OutOfMemory')) {
		return new QueryStoppedError(
			'The query needed too much memory and was stopped.',
			'Ask for less at once.',
			{
				cause: error
			}
		);
	}
	if (code === 'Neo.ClientError.Statement.ParameterMissing')
		return new ParameterError(message.split('\n')[0] ?? message, 'Give every $parameter a value.', {
			cause: error
		});
	if (code.includes('Neo.ClientError.Statement.AccessMode'))
		return new QueryRefusedError('The query would write.', 'Queries only read the graph.', 'Writing');
	if (!code.startsWith('Neo.ClientError.Statement')) return error;
	const place = /line (\d+), column (\d+)/.exec(message);
	// The text was sent behind "EXPLAIN ", which moves the columns of its first line.
	const line = place ? Number(place[1]) : null;
	const shift = line === 1 && message.includes('EXPLAIN') ? 'EXPLAIN '.length : 0;
	const column = place ? Math.max(1, Number(place[2]) - shift) : null;
	return new QuerySyntaxError(
		message.split('\n')[0] ?? message,
		'Correct the query where it is marked.',
		line,
		column,
		{
			cause: error
		}
	);
}

async function run(
	store: Store,
	cypher: string,
	parameters: object,
	options: Required<Pick<RunOptions, 'seconds'>> & RunOptions
) {
	const session = store.readingSession();
	const stop = () => void session.close();
	options.signal?.addEventListener('abort', stop, { once: true });
	try {
		await guardQuery(session, cypher, parameters);
		const began = performance.now();
		const transaction = await session.beginTransaction({ timeout: options.seconds * 1000 });
		const result = transaction.run(cypher, { ...parameters });
		const columns = await result.keys();
		const rows: QueryAnswer['rows'] = [];
		let bytes = 0;
		let truncated = false;
		for await (const record of result) {
			const row = columns.map((column) => queryValue(record.get(column))) as QueryAnswer['rows'][number];
			bytes += JSON.stringify(row).length;
			truncated = rows.length >= queryLimits.rows || bytes > queryLimits.bytes;
			// Leaving the loop ends the query: closing the session frees it on the server.
			if (truncated) break;
			rows.push(row);
		}
		return {
			columns: columns.map(String),
			rows,
			truncated,
			milliseconds: Math.round(performance.now() - began)
		};
	} finally {
		options.signal?.removeEventListener('abort', stop);
		await session.close();
	}
}

/**
 * Runs Cypher that only reads, inside the limits of time, rows, bytes and queries at a time.
 * Throws QuerySyntaxError, QueryRefusedError, QueryStoppedError, ParameterError or the store's errors.
 */
export async function runQuery(
	store: Store,
	cypher: string,
	parameters: Record<string, unknown> = {},
	options: RunOptions = {}
): Promise<QueryAnswer> {
	const seconds = options.seconds ?? queryLimits.seconds;
	if (running >= queryLimits.atOnce)
		throw new QueryStoppedError(
			`${queryLimits.atOnce} queries are running already.`,
			'Try again in a moment.'
		);
	running += 1;
	try {
		const bound = queryParameter(parameters) as object;
		const answer = await run(store, cypher, bound, { ...options, seconds });
		return { ...answer, generation: await generation(store) };
	} catch (error) {
		if (options.signal?.aborted)
			throw new QueryStoppedError('The query was stopped.', 'Run it again when you like.');
		throw store.translate(translate(error, seconds));
	} finally {
		running -= 1;
	}
}
