/** What one look at the server saw. */
export type Sighting =
	/**
	 * `terminated`: the ids of transactions that were terminated and have not ended; null for an error as the answer.
	 * `heap`: the share of Java's memory that is taken, 0 to 1, null where it does not tell. `asked`: the ids of people's
	 * queries that run.
	 */
	| { is: 'answering'; terminated: string[] | null; heap: number | null; asked: string[] }
	/** It answers that its database has given up until it is started again: after a disk that was full, say. */
	| { is: 'broken' }
	/** It gave no answer to a look that began at `since`, milliseconds. */
	| { is: 'silent'; since: number }
	| { is: 'gone' }
	/** Another process starts or stops it right now. */
	| { is: 'busy' };

/** Why a server is started again. */
export type Verdict = 'gone' | 'broken' | 'silent' | 'stuck' | 'full';

/** What earlier looks saw, in milliseconds of `now`. */
export interface Memory {
	silentSince: number | null;
	terminatedSince: ReadonlyMap<string, number>;
	/** Since when its memory is all but full while people's queries run. */
	fullSince: number | null;
}

export const noMemory: Memory = { silentSince: null, terminatedSince: new Map(), fullSince: null };

/**
 * Milliseconds that a terminated transaction may take to end, and that a server may not answer: a garbage collection, say.
 * A read that is stopped ends within milliseconds, or not at all. One that fills the memory is not counted by the engine
 * while an expression is worked out: from then on Java does nothing but collect, for a minute and more.
 */
const patience = { stuck: 5000, silent: 10_000, full: 1500 };

/**
 * Of Java's memory. Publishing takes up to 1.25 of its 2 GB, and what was not collected yet comes on top; between this
 * and the end a query that makes lists needs a second (measured).
 */
const mostHeap = 0.85;

/** Times the patience with silence is doubled at most, and the milliseconds of answers that end it. */
const [mostDoublings, trusted] = [2, 60_000];

/** Whether people's queries may be what fills the memory. */
function isFilled(sighting: Sighting): sighting is Sighting & { is: 'answering' } {
	return sighting.is === 'answering' && sighting.asked.length > 0 && (sighting.heap ?? 0) >= mostHeap;
}

function isFull({ fullSince }: Memory, now: number): boolean {
	return fullSince !== null && now - fullSince >= patience.full;
}

/** Judges a sighting by what was seen before; `doublings` of the patience with a server that is silent. */
export function judge(
	memory: Memory,
	sighting: Sighting,
	now: number,
	doublings = 0
): [Memory, Verdict | null] {
	switch (sighting.is) {
		case 'gone':
		case 'broken':
			return [noMemory, sighting.is];
		case 'busy':
			return [noMemory, null];
		case 'silent': {
			const silentSince = memory.silentSince ?? sighting.since;
			const seen = { ...memory, silentSince };
			if (isFull(memory, now)) return [seen, 'full'];
			return [seen, now - silentSince >= patience.silent * 2 ** doublings ? 'silent' : null];
		}
		case 'answering': {
			const ids = sighting.terminated ?? [...memory.terminatedSince.keys()];
			const terminatedSince = new Map(ids.map((id) => [id, memory.terminatedSince.get(id) ?? now]));
			const isStuck = [...terminatedSince.values()].some((since) => now - since >= patience.stuck);
			const fullSince = isFilled(sighting) ? (memory.fullSince ?? now) : null;
			const seen = { silentSince: null, terminatedSince, fullSince };
			return [seen, isStuck ? 'stuck' : isFull(seen, now) ? 'full' : null];
		}
	}
}

export interface WatchEffects {
	/** Looks, and waits that many milliseconds for an answer. */
	look: (patience: number) => Promise<Sighting>;
	/** Ends transactions by their ids. Nothing is said where that fails: the next look tells. */
	end: (ids: string[]) => Promise<void>;
	/** Starts the server again. Throws when it does not come up. */
	restart: (verdict: Verdict) => Promise<void>;
	/** Milliseconds of a clock that never jumps. */
	now: () => number;
	/** Waits that many milliseconds, less when `ending` is aborted. */
	wait: (milliseconds: number) => Promise<void>;
	/** What a restart failed with. */
	onFailure: (error: unknown, secondsToNext: number) => void;
}

/** Milliseconds between two looks, and while people's queries run or something was seen that may have to be ended. */
const [lookEvery, lookAgain] = [1500, 500];
/** Milliseconds after the first failed restart, doubled with each that follows, and the most it comes to. */
const [firstRest, longestRest] = [2000, 60_000];

/**
 * Looks at a server until `ending` is aborted, and starts it again when it is gone or broken, has been silent for ten
 * seconds, or has held a terminated transaction for five seconds: the engine does not obey its own timeout inside
 * expressions and while it plans. Where memory is all but full, people's queries are ended, and the server if that does
 * not help. Restarts that fail are tried again, after longer and longer rests.
 */
export async function watch(effects: WatchEffects, ending: AbortSignal): Promise<void> {
	let memory = noMemory;
	let rest = firstRest;
	let [doublings, startedAt] = [0, -Infinity];
	const isOver = () => ending.aborted;
	while (!isOver()) {
		const sighting = await effects.look(memory.fullSince === null ? patience.silent : patience.full);
		const [seen, verdict] = judge(memory, sighting, effects.now(), doublings);
		memory = seen;
		if (sighting.is === 'answering' && effects.now() - startedAt > trusted) doublings = 0;
		if (verdict !== null && !isOver()) {
			memory = noMemory;
			try {
				await effects.restart(verdict);
				rest = firstRest;
				// On a machine that does too much a Java that was just started is silent as well: again and again it would
				// be started to no end.
				doublings = verdict === 'silent' ? Math.min(doublings + 1, mostDoublings) : doublings;
				startedAt = effects.now();
			} catch (error) {
				if (isOver()) return;
				effects.onFailure(error, rest / 1000);
				await effects.wait(rest);
				rest = Math.min(rest * 2, longestRest);
				continue;
			}
		}
		if (isFilled(sighting) && memory.fullSince !== null) await effects.end(sighting.asked);
		const isBusy = sighting.is === 'answering' && sighting.asked.length > 0;
		const isSuspicious = memory.silentSince !== null || memory.terminatedSince.size > 0 || isBusy;
		await effects.wait(isSuspicious ? lookAgain : lookEvery);
	}
}
