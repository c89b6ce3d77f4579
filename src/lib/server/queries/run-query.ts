import { availableParallelism } from 'node:os';
import type { QueryAnswer } from '#lib/domain/answers.ts';
import { queryLimits } from '#lib/domain/saved-query.ts';
import { generation } from '#lib/server/questions/generation.ts';
import type { Store } from '#lib/server/store.ts';
import { openCage, type CagedAnswer } from './cage.ts';
import { checkText } from './check-text.ts';
import { checkParameters } from './query-parameters.ts';
import { createSlots, placesOn } from './query-slots.ts';

export interface RunOptions {
	/** Ends the query on the server: Stop, or a tab that was closed. */
	signal?: AbortSignal | undefined;
	/** Seconds until it is stopped; at most, and usually, those of `queryLimits`. */
	seconds?: number;
	/** Bytes of rows, as JSON text; at most, and usually, those of `queryLimits`. */
	bytes?: number;
	/** Who asks: an address, say. One client never holds every place. */
	client?: string;
	/** Rows that are left out at the beginning: those of the pages before. */
	skip?: number;
	/** The engine's plan in place of the rows. */
	explain?: boolean;
}

/** All queries of this process share these, whatever they ask and however often the store was opened anew. */
const cage = openCage();
const slots = createSlots({ ...queryLimits.queue, ...placesOn(availableParallelism()) });

/** Has the first query not wait for the start of a process. */
export function readyForQueries(): void {
	cage.warm();
}

/** Ends what runs, for good. */
export function endQueries(): void {
	cage.close();
}

async function run(
	store: Store,
	cypher: string,
	parameters: Record<string, unknown>,
	options: RunOptions
): Promise<CagedAnswer & { generation: string }> {
	const { signal, client = 'this process', skip = 0, explain = false } = options;
	const { seconds = queryLimits.seconds, bytes = queryLimits.bytes } = options;
	// What is refused or too large costs no place and no process.
	checkText(cypher);
	checkParameters(parameters);
	const release = await slots.take(client, signal);
	const { access, url } = store;
	const limits = { seconds, bytes, rows: queryLimits.rows, skip, explain };
	const answer = await cage.run({ access, url, cypher, parameters, ...limits }, signal).finally(release);
	return { ...answer, generation: await generation(store) };
}

/**
 * Runs Cypher that only reads, in a process of its own and inside the limits of time, rows, bytes and queries at a time.
 * Throws QuerySyntaxError, QueryRefusedError, QueryStoppedError, QueryFailedError, ParameterError, BusyError or the
 * store's errors, at the latest a second after the limit of time.
 */
export async function runQuery(
	store: Store,
	cypher: string,
	parameters: Record<string, unknown> = {},
	options: RunOptions = {}
): Promise<QueryAnswer> {
	const { columns, rows, truncated, stopped, milliseconds, generation } = await run(
		store,
		cypher,
		parameters,
		options
	);
	const parsed = JSON.parse(rows.toString('utf8')) as QueryAnswer['rows'];
	return { columns, rows: parsed, truncated, stopped, milliseconds, generation };
}

/** The same as JSON text of a QueryAnswer, its rows passed on without being read. */
export async function runQueryAsJson(
	store: Store,
	cypher: string,
	parameters: Record<string, unknown> = {},
	options: RunOptions = {}
): Promise<Buffer> {
	const { columns, rows, ...rest } = await run(store, cypher, parameters, options);
	const { truncated, stopped, milliseconds, generation } = rest;
	const tail = JSON.stringify({ truncated, stopped, milliseconds, generation }).slice(1);
	return Buffer.concat([
		Buffer.from(`{"columns":${JSON.stringify(columns)},"rows":`),
		rows,
		Buffer.from(`,${tail}`)
	]);
}
