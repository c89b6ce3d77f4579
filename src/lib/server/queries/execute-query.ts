import neo4j, { type Record as Row, type Session } from 'neo4j-driver';
import { QueryStoppedError } from '#lib/domain/errors.ts';
import { personsQuery } from '#lib/server/persons-query.ts';
import { queryError } from '#lib/server/store-errors.ts';
import type { CagedQuery } from './cage-protocol.ts';
import type { CagedConnection } from './caged-connection.ts';
import { cagedLimits } from './caged-limits.ts';
import { explained } from './explained.ts';
import { guardQuery } from './query-guard.ts';
import { queryValue } from './query-values.ts';

export interface Executed {
	columns: string[];
	/** Each row as JSON text. */
	rows: string[];
	truncated: boolean;
	/** Why it ended before its end, where it had rows by then. */
	stopped: string | null;
	milliseconds: number;
}

/** Rejects once more has come in than any answer may hold, though the driver still waits for the end of a record. */
function tooMuchComesIn(bytesRead: () => number): { passed: Promise<never>; end: () => void } {
	const before = bytesRead();
	let timer: NodeJS.Timeout;
	const passed = new Promise<never>((_, reject) => {
		timer = setInterval(() => {
			if (bytesRead() - before > cagedLimits.wireBytes)
				reject(
					new QueryStoppedError(
						'The answer was larger than a query may return, and was stopped.',
						'Return less at once: single properties instead of whole lists, or a LIMIT.'
					)
				);
		}, 20);
	});
	passed.catch(() => undefined);
	return {
		passed,
		end: () => {
			clearInterval(timer);
		}
	};
}

/** The next row; or, where there are rows that can be kept, why there will be no more. */
async function nextRow(
	records: AsyncIterator<Row>,
	isFull: Promise<never>,
	kept: CagedQuery | null
): Promise<IteratorResult<Row> | QueryStoppedError> {
	try {
		return await Promise.race<IteratorResult<Row>>([records.next(), isFull]);
	} catch (error) {
		const ours = kept ? queryError(error, kept) : error;
		if (ours !== error && ours instanceof QueryStoppedError) return ours;
		throw error;
	}
}

async function collect(session: Session, query: CagedQuery, isFull: Promise<never>): Promise<Executed> {
	const began = performance.now();
	const transaction = await session.beginTransaction({
		timeout: query.seconds * 1000,
		metadata: personsQuery
	});
	const result = transaction.run(query.cypher, query.parameters);
	const columns = (await Promise.race([result.keys(), isFull])).map(String);
	const rows: string[] = [];
	let bytes = 2;
	let truncated = false;
	let stopped: string | null = null;
	const records = result[Symbol.asyncIterator]();
	for (let left = query.skip; ;) {
		const next = await nextRow(records, isFull, rows.length > 0 ? query : null);
		if (next instanceof QueryStoppedError) {
			stopped = next.message;
			break;
		}
		if (next.done) break;
		if (left > 0) {
			left -= 1;
			continue;
		}
		const { value: record } = next;
		const text = JSON.stringify(columns.map((_, index) => queryValue(record.get(index))));
		bytes += Buffer.byteLength(text) + 1;
		if (bytes > query.bytes && rows.length === 0)
			throw new QueryStoppedError(
				`One row of the answer is larger than ${Math.round(query.bytes / 1e6)} MB.`,
				'Return single properties, or a part of the list.'
			);
		// What is left is not read: closing the session ends the query on the server.
		truncated = rows.length >= query.rows || bytes > query.bytes;
		if (truncated) break;
		rows.push(text);
	}
	return {
		columns,
		rows,
		truncated: truncated || stopped !== null,
		stopped,
		milliseconds: Math.round(performance.now() - began)
	};
}

/**
 * Runs a query that the guard lets through, inside its limits of time, rows and bytes. `onRunning` is called when the
 * guard has passed it. Throws QuerySyntaxError, QueryRefusedError, QueryStoppedError, QueryFailedError, ParameterError
 * or the store's errors.
 */
export async function executeQuery(
	{ driver, database, bytesRead }: CagedConnection,
	query: CagedQuery,
	onRunning: () => void
): Promise<Executed> {
	const session = driver.session({ database, defaultAccessMode: neo4j.session.READ });
	const meter = tooMuchComesIn(bytesRead);
	try {
		const plan = await guardQuery(session, query.cypher, query.parameters);
		onRunning();
		if (query.explain) return explained(plan);
		return await collect(session, query, meter.passed);
	} catch (error) {
		throw queryError(error, query);
	} finally {
		meter.end();
		await session.close();
	}
}
