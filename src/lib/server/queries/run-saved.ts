import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { QueryAnswer } from '#lib/domain/answers.ts';
import { fitting } from '#lib/domain/parameters.ts';
import type { SavedQuery } from '#lib/domain/saved-query.ts';
import { resultFormats, type ResultFormatName } from '#lib/domain/results/result-formats.ts';
import { byGeneration } from '#lib/server/answers/by-generation.ts';
import { generation } from '#lib/server/questions/generation.ts';
import { whileConnected } from '#lib/server/door/client-gone.ts';
import type { Store } from '#lib/server/store.ts';
import { bindParameters, givenValues } from './bind-parameters.ts';
import { peopleState } from '#lib/server/people/people-state.ts';
import { isTimeless } from './timeless.ts';
import { queryLibrary } from './library.ts';
import { runWords } from './run-words.ts';
import { runQuery, runQueryAsJson, type RunOptions } from './run-query.ts';

/** What of a request event a run needs. */
export interface RunEvent {
	request: Request;
	platform?: Parameters<typeof whileConnected>[0]['platform'];
	locals: { store: Store };
	params: { id: string };
	url: URL;
	getClientAddress: () => string;
}

/** Rows that are the same for everyone within a generation, as the text in which they go out. */
const kept = new LRUCache<string, Buffer>({
	maxSize: 32_000_000,
	sizeCalculation: (text) => text.length + 1
});

/** A saved query as an address asks it: with its values, and a text that is the same for the same question. */
export async function askedQuery(
	{ locals, params, url }: Pick<RunEvent, 'locals' | 'params' | 'url'>,
	there?: SavedQuery
) {
	const query = there ?? (await queryLibrary(locals.store).find(params.id));
	const bound = await bindParameters(locals.store, query, givenValues(query, url));
	const { format, skip } = fitting(runWords, {
		format: url.searchParams.get('format') ?? undefined,
		skip: url.searchParams.get('skip') ?? undefined
	});
	const values = JSON.stringify(bound.parameters, (_, value: unknown) =>
		typeof value === 'bigint' ? `${value}n` : value
	);
	const question = createHash('sha256')
		.update(`${query.cypher}\n${values}\n${skip}\n${format}`)
		.digest('base64url');
	return { query, ...bound, format, skip, key: question.slice(0, 22) };
}

type Asked = Awaited<ReturnType<typeof askedQuery>>;

/**
 * A text that is the same as long as a question has the same answer, whoever asks: the generation and the question, and
 * for what people wrote all that people keep, which their Cypher may read. Null for a query of the clock or of chance.
 */
export async function answerKey(
	store: Store,
	{ query, key }: Pick<Asked, 'query' | 'key'>
): Promise<string | null> {
	if (!isTimeless(query.cypher)) return null;
	const [current, people] = await Promise.all([generation(store), query.shipped ? '' : peopleState(store)]);
	const state = createHash('sha256').update(people).digest('base64url').slice(0, 12);
	return query.shipped ? `${current}-${key}` : `${current}-${state}-${key}`;
}

/** Keeps a whole answer under the key that it had before it was made, unless the graph has changed meanwhile. */
async function keep(store: Store, asked: Asked, key: string, text: Buffer, more = ''): Promise<void> {
	if ((await answerKey(store, asked)) === key) kept.set(key + more, text);
}

interface Written {
	text: Buffer;
	/** False for a query that was stopped: another time it has more rows. */
	isWhole: boolean;
}

/** An answer as the text of a format; JSON is passed on without being read. */
async function written(
	store: Store,
	cypher: string,
	parameters: Record<string, unknown>,
	format: ResultFormatName,
	options: RunOptions
): Promise<Written> {
	if (format !== 'json') {
		const answer = await runQuery(store, cypher, parameters, options);
		return { text: Buffer.from(resultFormats[format].write(answer)), isWhole: answer.stopped === null };
	}
	const text = await runQueryAsJson(store, cypher, parameters, options);
	// What was stopped says so at its end.
	return { text, isWhole: text.subarray(-300).includes('"stopped":null') };
}

/** Rows as an answer in a format, as a file where it is one. `name`: what the file is called. */
export function rowsResponse(text: Buffer, format: ResultFormatName, name: string): Response {
	const { mediaType, ending } = resultFormats[format];
	const headers: Record<string, string> = { 'content-type': mediaType };
	if (format !== 'json') headers['content-disposition'] = `attachment; filename="${name}${ending}"`;
	// A buffer of Node may be a part of one that others share; the answer takes its own bytes only.
	return new Response(new Uint8Array(text), { headers });
}

/** Runs Cypher for an address in a format. Throws what runQuery throws. */
export async function runQueryInFormat(
	event: Omit<RunEvent, 'params' | 'url'>,
	{
		cypher,
		parameters,
		format,
		...options
	}: {
		cypher: string;
		parameters: Record<string, unknown>;
		format: ResultFormatName;
		skip?: number;
		explain?: boolean;
	}
): Promise<Written> {
	const client = event.getClientAddress();
	return whileConnected(event, (signal) =>
		written(event.locals.store, cypher, parameters, format, { ...options, signal, client })
	);
}

/**
 * The run of a saved query as an answer: the same question in the same generation has the same ETag, and is run once.
 * Throws NotFoundError, ParameterError, or what runQuery throws.
 */
export async function runQueryOf(event: RunEvent): Promise<Response> {
	const { store } = event.locals;
	const asked = await askedQuery(event);
	const { query, parameters, format, skip } = asked;
	const run = () => runQueryInFormat(event, { cypher: query.cypher, parameters, format, skip });
	const key = await answerKey(store, asked);
	if (key === null) return rowsResponse((await run()).text, format, query.id);
	const known = byGeneration(event.request, key, () => new Response(null));
	if (known.status === 304) return known;
	const before = kept.get(key);
	const { text, isWhole } = before ? { text: before, isWhole: true } : await run();
	const answer = rowsResponse(text, format, query.id);
	if (!isWhole) return answer;
	if (!before) await keep(store, asked, key, text);
	return byGeneration(event.request, key, () => answer);
}

/** The rows of a saved query as values, for its page and its feed: run once for everyone, as above. */
export async function savedRows(event: RunEvent, asked: Asked, bytes: number): Promise<QueryAnswer> {
	const { store } = event.locals;
	const { query, parameters, skip } = asked;
	const run = () => runQueryRows(event, { cypher: query.cypher, parameters, skip, bytes });
	const key = await answerKey(store, asked);
	if (key === null) return run();
	const limit = ` ${bytes}`;
	const before = kept.get(key + limit);
	if (before) return JSON.parse(before.toString('utf8')) as QueryAnswer;
	const answer = await run();
	if (answer.stopped === null) await keep(store, asked, key, Buffer.from(JSON.stringify(answer)), limit);
	return answer;
}

/** Rows as values. Throws what runQuery throws. */
export async function runQueryRows(
	event: RunEvent,
	{
		cypher,
		parameters,
		skip = 0,
		bytes
	}: { cypher: string; parameters: Record<string, unknown>; skip?: number; bytes: number }
): Promise<QueryAnswer> {
	const client = event.getClientAddress();
	return whileConnected(event, (signal) =>
		runQuery(event.locals.store, cypher, parameters, { signal, client, skip, bytes })
	);
}
