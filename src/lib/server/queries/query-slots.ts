import { BusyError, QueryStoppedError } from '#lib/domain/errors.ts';

export interface SlotLimits {
	/** Held at once over all clients. */
	atOnce: number;
	/** Held at once by one client. */
	perClient: number;
	/** Waiting over all clients, and of one. */
	waiting: number;
	waitingPerClient: number;
	/** Seconds that one waits before being told to come again. */
	seconds: number;
}

/** Fewer would let one long query hold up everyone, more would fill the engine's memory with half-made answers. */
const places = { least: 2, most: 8 };

/**
 * How many queries run at once on so many cores: as many, because each keeps one busy and pages need their share. One
 * client leaves at least one place to the others.
 */
export function placesOn(cores: number): Pick<SlotLimits, 'atOnce' | 'perClient'> {
	const atOnce = Math.min(places.most, Math.max(places.least, cores));
	return { atOnce, perClient: atOnce - 1 };
}

interface Waiting {
	client: string;
	begin: () => void;
}

export interface Slots {
	/**
	 * A place for one query; the answer gives it back, and may be called more than once.
	 * Throws BusyError when the queue is full or the wait too long, QueryStoppedError when `signal` ends the wait.
	 */
	take: (client: string, signal?: AbortSignal) => Promise<() => void>;
}

/**
 * Places for queries: one client never holds all of them, and whoever finds none waits a short while in a queue that
 * is served in turn, skipping those whose client holds its share.
 */
export function createSlots(limits: SlotLimits): Slots {
	const held = new Map<string, number>();
	const queue: Waiting[] = [];
	let taken = 0;
	const heldBy = (client: string) => held.get(client) ?? 0;
	const isFree = (client: string) => taken < limits.atOnce && heldBy(client) < limits.perClient;

	const hold = (client: string) => {
		taken += 1;
		held.set(client, heldBy(client) + 1);
		let isHeld = true;
		return () => {
			if (!isHeld) return;
			isHeld = false;
			taken -= 1;
			if (heldBy(client) === 1) held.delete(client);
			else held.set(client, heldBy(client) - 1);
			serve();
		};
	};
	const serve = () => {
		for (let next; (next = queue.findIndex(({ client }) => isFree(client))) >= 0;)
			queue.splice(next, 1)[0]?.begin();
	};

	const wait = (client: string, signal?: AbortSignal) =>
		new Promise<() => void>((resolve, reject) => {
			const leave = (why: Error) => {
				const at = queue.indexOf(waiting);
				if (at >= 0) queue.splice(at, 1);
				end();
				reject(why);
			};
			const stop = () => {
				leave(new QueryStoppedError('The query was stopped.', 'Run it again when you like.'));
			};
			const timer = setTimeout(() => {
				leave(tooBusy(limits, heldBy(client) >= limits.perClient));
			}, limits.seconds * 1000);
			const end = () => {
				clearTimeout(timer);
				signal?.removeEventListener('abort', stop);
			};
			const waiting: Waiting = {
				client,
				begin: () => {
					end();
					resolve(hold(client));
				}
			};
			signal?.addEventListener('abort', stop, { once: true });
			queue.push(waiting);
		});

	return {
		async take(client, signal) {
			if (signal?.aborted)
				throw new QueryStoppedError('The query was stopped.', 'Run it again when you like.');
			if (isFree(client)) return hold(client);
			const waitingOfClient = queue.filter((waiting) => waiting.client === client).length;
			if (queue.length >= limits.waiting || waitingOfClient >= limits.waitingPerClient)
				throw tooBusy(limits, waitingOfClient >= limits.waitingPerClient);
			return wait(client, signal);
		}
	};
}

function tooBusy({ seconds }: SlotLimits, isOwn: boolean): BusyError {
	return new BusyError(
		isOwn
			? 'Another query of yours is still running.'
			: 'Other queries are running, and as many wait as may.',
		`Try again in ${seconds} seconds.`,
		seconds
	);
}
