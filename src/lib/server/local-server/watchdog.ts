/** What one look at the server saw. */
export type Sighting =
	/** `terminated`: the ids of transactions that were terminated and have not ended; null for an error as the answer. */
	| { is: 'answering'; terminated: string[] | null }
	/** It gave no answer to a look that began at `since`, milliseconds. */
	| { is: 'silent'; since: number }
	| { is: 'gone' }
	/** Another process starts or stops it right now. */
	| { is: 'busy' };

/** Why a server is started again. */
export type Verdict = 'gone' | 'silent' | 'stuck';

/** What earlier looks saw, in milliseconds of `now`. */
export interface Memory {
	silentSince: number | null;
	terminatedSince: ReadonlyMap<string, number>;
}

export const noMemory: Memory = { silentSince: null, terminatedSince: new Map() };

/**
 * Milliseconds that a terminated transaction may take to end, and that a server may not answer: a garbage collection, say.
 * A read that is stopped ends within milliseconds, or not at all.
 */
const patience = { stuck: 5000, silent: 10_000 };

/** Times the patience with silence is doubled at most, and the milliseconds of answers that end it. */
const [mostDoublings, trusted] = [2, 60_000];

/** Judges a sighting by what was seen before; `doublings` of the patience with a server that is silent. */
export function judge(
	memory: Memory,
	sighting: Sighting,
	now: number,
	doublings = 0
): [Memory, Verdict | null] {
	switch (sighting.is) {
		case 'gone':
			return [noMemory, 'gone'];
		case 'busy':
			return [noMemory, null];
		case 'silent': {
			const silentSince = memory.silentSince ?? sighting.since;
			return [
				{ ...memory, silentSince },
				now - silentSince >= patience.silent * 2 ** doublings ? 'silent' : null
			];
		}
		case 'answering': {
			const ids = sighting.terminated ?? [...memory.terminatedSince.keys()];
			const terminatedSince = new Map(ids.map((id) => [id, memory.terminatedSince.get(id) ?? now]));
			const isStuck = [...terminatedSince.values()].some((since) => now - since >= patience.stuck);
			return [{ silentSince: null, terminatedSince }, isStuck ? 'stuck' : null];
		}
	}
}

export interface WatchEffects {
	look: () => Promise<Sighting>;
	/** Starts the server again. Throws when it does not come up. */
	restart: (verdict: Verdict) => Promise<void>;
	/** Milliseconds of a clock that never jumps. */
	now: () => number;
	/** Waits that many milliseconds, less when `ending` is aborted. */
	wait: (milliseconds: number) => Promise<void>;
	/** What a restart failed with. */
	onFailure: (error: unknown, secondsToNext: number) => void;
}

/** Milliseconds between two looks, and while something was seen that may have to be ended. */
const [lookEvery, lookAgain] = [1500, 500];
/** Milliseconds after the first failed restart, doubled with each that follows, and the most it comes to. */
const [firstRest, longestRest] = [2000, 60_000];

/**
 * Looks at a server until `ending` is aborted, and starts it again when it is gone, has been silent for ten seconds, or
 * has held a terminated transaction for five seconds: the engine does not obey its own timeout inside expressions and
 * while it plans. Restarts that fail are tried again, after longer and longer rests.
 */
export async function watch(effects: WatchEffects, ending: AbortSignal): Promise<void> {
	let memory = noMemory;
	let rest = firstRest;
	let [doublings, startedAt] = [0, -Infinity];
	const isOver = () => ending.aborted;
	while (!isOver()) {
		const sighting = await effects.look();
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
		const isSuspicious = memory.silentSince !== null || memory.terminatedSince.size > 0;
		await effects.wait(isSuspicious ? lookAgain : lookEvery);
	}
}
