import { QueryStoppedError, StoreUnavailableError } from '#lib/domain/errors.ts';
import { encodeQuery, unpackFailure, type CagedQuery } from './cage-protocol.ts';
import { cagedLimits } from './caged-limits.ts';
import { createFrameReader, type Frame } from './frame-reader.ts';
import { startQueryProcess, type QueryProcess } from './start-query-process.ts';

export interface CagedAnswer {
	columns: string[];
	rowCount: number;
	truncated: boolean;
	/** Why it ended before its end, where it had rows by then; null for what came to its end. */
	stopped: string | null;
	milliseconds: number;
	/** A JSON array of rows, as it came: whoever only passes it on need not read it. */
	rows: Buffer;
}

/** Each way in which a query's process is ended from outside, in words. */
const endings = {
	planning: () =>
		new QueryStoppedError(
			`The query was stopped: planning it took longer than ${cagedLimits.planSeconds} seconds.`,
			'Make it simpler: fewer conditions, shorter patterns, less nesting.'
		),
	time: ({ seconds }: CagedQuery) =>
		new QueryStoppedError(
			`The query was stopped after ${seconds} seconds; its connection was dropped, because the engine did not end it.`,
			'Ask for less: a LIMIT, a shorter pattern, or a name to start from.'
		),
	memory: () =>
		new QueryStoppedError(
			'The answer was larger than a query may return, and was stopped.',
			'Return less at once: single properties instead of whole lists, or a LIMIT.'
		),
	stopped: () => new QueryStoppedError('The query was stopped.', 'Run it again when you like.'),
	closed: () => new StoreUnavailableError('The server is being stopped.', 'Run it again when it is back.')
} satisfies Record<string, (query: CagedQuery) => Error>;
type Ending = keyof typeof endings;

/** Bytes that a process may hold: its heap, and once more for what lies outside of it (text on its way, the engine). */
const mostResident = 3 * cagedLimits.heapMegabytes * 1_000_000;

/** Waits until the process can be asked, or nobody wants to ask it any more. */
async function readiness({ ready }: QueryProcess, signal: AbortSignal | undefined): Promise<void> {
	const waited = new AbortController();
	const stopped = new Promise<never>((_, reject) => {
		const stop = () => {
			reject(endings.stopped());
		};
		signal?.addEventListener('abort', stop, { once: true, signal: waited.signal });
	});
	try {
		await Promise.race([ready, stopped]);
	} finally {
		waited.abort();
	}
}

/** One run in one process, until it has answered or was ended. The process is fit for another query when `fit` is called. */
function runIn(
	{ child, residentBytes }: QueryProcess,
	query: CagedQuery,
	signal: AbortSignal | undefined,
	fit: () => void
): Promise<CagedAnswer> {
	return new Promise((resolve, reject) => {
		const finish = (settle: () => void, isFit: boolean) => {
			for (const timer of [plan, deadline]) clearTimeout(timer);
			clearInterval(watch);
			child.stdout.removeListener('data', read);
			child.removeListener('exit', ended);
			signal?.removeEventListener('abort', stop);
			if (isFit) fit();
			settle();
		};
		const end = (why: Ending) => {
			finish(() => {
				reject(endings[why](query));
			}, false);
		};
		const stop = () => {
			end('stopped');
		};
		// A heap that is full ends the process by itself; so does an end from outside, and then nobody waits any more.
		const ended = (_: number | null, killedBy: string | null) => {
			end(killedBy === 'SIGTERM' ? 'closed' : 'memory');
		};
		const onFrame = (frame: Frame) => {
			if (frame.phase === 'running') clearTimeout(plan);
			else if (frame.phase === 'failed') {
				const failure = unpackFailure(frame.failure);
				finish(
					() => {
						reject(failure);
					},
					// Stopped by itself, it may still be receiving what it stopped for.
					!(failure instanceof QueryStoppedError)
				);
			} else if (frame.phase === 'done') {
				const { rows = Buffer.from('[]'), ...rest } = frame;
				finish(() => {
					resolve({ ...rest, rows });
				}, true);
			}
		};
		const read = createFrameReader(query.bytes + cagedLimits.lineBytes, onFrame, () => {
			end('memory');
		});
		const watch = setInterval(() => {
			if ((residentBytes() ?? 0) > mostResident) end('memory');
		}, 100);
		const deadline = setTimeout(
			() => {
				end('time');
			},
			(query.seconds + cagedLimits.graceSeconds) * 1000
		);
		const plan = setTimeout(
			() => {
				end('planning');
			},
			Math.min(cagedLimits.planSeconds, query.seconds + cagedLimits.graceSeconds) * 1000
		);
		child.stdout.on('data', read);
		child.once('exit', ended);
		signal?.addEventListener('abort', stop, { once: true });
		child.stdin.write(encodeQuery(query));
	});
}

export interface Cage {
	/**
	 * Runs a query in a process of its own, which is ended when time, memory or bytes run out, or by `signal`: the
	 * answer, or what went wrong, is there at the latest `graceSeconds` after its limit of time. Throws what
	 * executeQuery throws.
	 */
	run: (query: CagedQuery, signal?: AbortSignal) => Promise<CagedAnswer>;
	/** Has a process ready, so that the next query does not wait for its start. */
	warm: () => void;
	/** Ends every process. What runs fails. */
	close: () => void;
}

/**
 * Processes for people's queries, kept from query to query. One whose query did not end by itself is killed: that closes its
 * connection, and with it the server ends the transaction (measured: within 0.1 s).
 */
export function openCage({ start = startQueryProcess }: { start?: () => QueryProcess } = {}): Cage {
	const idle: QueryProcess[] = [];
	const busy = new Set<QueryProcess>();

	const keepsAlive = ({ child }: QueryProcess, does: boolean) => {
		for (const each of [child, child.stdin, child.stdout] as { ref: () => void; unref: () => void }[])
			if (does) each.ref();
			else each.unref();
	};
	const rest = (process: QueryProcess) => {
		if (idle.length >= cagedLimits.idle) {
			process.child.stdin.end();
			return;
		}
		keepsAlive(process, false);
		idle.push(process);
	};
	const begin = () => {
		const process = start();
		process.child.once('exit', () => {
			const at = idle.indexOf(process);
			if (at >= 0) idle.splice(at, 1);
		});
		return process;
	};
	const warm = () => {
		if (idle.length === 0) rest(begin());
	};

	return {
		async run(query, signal) {
			if (signal?.aborted) throw endings.stopped();
			const process = idle.pop() ?? begin();
			busy.add(process);
			keepsAlive(process, true);
			const fit = new Set<QueryProcess>();
			try {
				await readiness(process, signal);
				return await runIn(process, query, signal, () => fit.add(process));
			} finally {
				busy.delete(process);
				if (fit.has(process)) rest(process);
				else {
					process.child.kill('SIGKILL');
					warm();
				}
			}
		},
		warm,
		close() {
			for (const { child } of [...idle, ...busy]) child.kill('SIGTERM');
		}
	};
}
