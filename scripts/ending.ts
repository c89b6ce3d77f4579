import { constants } from 'node:os';
import { isAlive, startedThrough } from '#lib/server/local-server/process-identity.ts';

/** Milliseconds that the work in hand gets to tidy up after what it used was taken from it. */
const grace = 500;
/** Milliseconds within which a second signal is the first one again: Ctrl-C comes from the terminal and through npm. */
const sameSignal = 1000;
/** Milliseconds between two looks whether npm is still there. */
const lookEvery = 1000;

const controller = new AbortController();
const ends = new Set<() => Promise<unknown>>();
let codeOfEnd = 0;
let told = 0;

/** Aborted once this process has been told to end: by a signal, or because whoever started it is gone. */
export const ending = controller.signal;

/** Has `end` called and waited for when this process is told to end. The answer takes that back. */
export function whenEnding(end: () => Promise<unknown>): () => void {
	ends.add(end);
	return () => ends.delete(end);
}

/**
 * Begins the orderly end of this process, with that exit code. Asked a second time it ends at once; a local Neo4j that
 * nobody else uses is killed then, as at every end that is none of these.
 */
export function endProcess(code: number): void {
	if (ending.aborted) {
		if (performance.now() - told > sameSignal) process.exit(code);
		return;
	}
	told = performance.now();
	codeOfEnd = code;
	controller.abort(new Error('This process was told to end.'));
}

/** Resolves with the exit code when the orderly end is done; never without one. */
export async function ended(): Promise<number> {
	await new Promise<void>((resolve) => {
		ending.addEventListener('abort', () => {
			resolve();
		});
	});
	await Promise.allSettled([...ends].map((end) => end()));
	await new Promise((wake) => setTimeout(wake, grace));
	return codeOfEnd;
}

/**
 * Has INT, TERM and HUP end this process in order, with the exit codes of shells; and the death of npm, which passes
 * on signals, as HUP does: whoever started this through npm and killed that wants neither.
 */
export function heedSignals(): void {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => {
			endProcess(128 + constants.signals[signal]);
		});
	}
	// What fails because it was ended is no news.
	process.on('unhandledRejection', (reason) => {
		if (!ending.aborted) throw reason;
	});
	const starters = startedThrough();
	setInterval(() => {
		if (!ending.aborted && !starters.every(isAlive)) endProcess(128 + constants.signals.SIGHUP);
	}, lookEvery).unref();
}
