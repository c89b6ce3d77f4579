/** Milliseconds: how long work may take before the store's pulse is felt, how long beats may take, how often to look. */
export const pulseTimes = {
	/** Most questions are answered within this, and then nothing is asked beside them. */
	quiet: 250,
	/** A busy machine answers within this; a beat that takes longer counts together with the next one. */
	faint: 600,
	/** Longer than a collection of garbage in a 2 GB heap usually takes: of one beat, and of faint ones in a row. */
	beat: 1250,
	look: 50
};

export interface Pulse {
	/**
	 * What `work` gives, or `lost()` as soon as the store is found not to answer anything: a question that takes long
	 * while the store lives is waited for. While it does not answer, new work is not begun.
	 */
	whileBeating: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

interface Waiting {
	since: number;
	lose: (error: Error) => void;
}

/**
 * Feels whether the store is alive while questions wait for it. The engine may stop answering without closing a
 * connection (a heap that is full, a process that was halted), and the driver waits for minutes then: pages would, too.
 * `beat` asks the store the smallest question there is.
 */
export function createPulse(beat: () => Promise<unknown>, lost: () => Error, times = pulseTimes): Pulse {
	const waiting = new Set<Waiting>();
	let isFelt = false;
	/** When the first of the faint beats in a row began, or the one that is awaited; null while nothing is amiss. */
	let faintSince: number | null = null;
	/** Lost once, it counts as lost until a beat comes quickly: one that only stutters would keep every page waiting. */
	let wasLost = false;
	let timer: NodeJS.Timeout | undefined;

	const isLost = (now: number) => {
		wasLost ||= faintSince !== null && now - faintSince >= times.beat;
		return wasLost;
	};
	const feel = (now: number) => {
		isFelt = true;
		faintSince ??= now;
		const done = () => {
			const answered = performance.now();
			const took = answered - now;
			isFelt = false;
			// A page asks several questions: a store that answers each of them late would keep it waiting for all.
			const isFaint = took >= times.faint;
			if (!isFaint) faintSince = null;
			if (took < times.quiet) wasLost = false;
			else if (isFaint || wasLost) feel(answered);
		};
		// An error is an answer as well: what waits gets one of its own.
		beat().then(done, done);
	};
	const look = () => {
		const now = performance.now();
		if (isLost(now)) for (const { lose } of waiting) lose(lost());
		else if (!isFelt && [...waiting].some(({ since }) => now - since >= times.quiet)) feel(now);
	};
	const leave = (one: Waiting) => {
		waiting.delete(one);
		if (waiting.size > 0) return;
		clearInterval(timer);
		timer = undefined;
	};

	return {
		async whileBeating(work) {
			const since = performance.now();
			if (isLost(since)) throw lost();
			let one: Waiting | undefined;
			const losing = new Promise<never>((_, reject) => {
				one = { since, lose: reject };
				waiting.add(one);
			});
			timer ??= setInterval(look, times.look);
			const working = work();
			// What comes after it was given up is nobody's any more.
			working.catch(() => undefined);
			try {
				return await Promise.race([working, losing]);
			} finally {
				if (one) leave(one);
			}
		}
	};
}
