import { LRUCache } from 'lru-cache';
import { BusyError } from '#lib/domain/errors.ts';
import { tryRules } from './constants.ts';

/**
 * Counts wrong passwords, for each client and over all, in a window that slides. `now`: milliseconds, passed in.
 */
export class WrongTries {
	readonly #perClient = new LRUCache<string, number[]>({ max: tryRules.mostClients });
	#overAll: number[] = [];

	constructor(readonly now: () => number = Date.now) {}

	#recent(times: number[]): number[] {
		const since = this.now() - tryRules.seconds * 1000;
		return times.filter((time) => time > since);
	}

	/** Throws BusyError for a client that has tried too often, or where all together have. */
	check(client: string): void {
		const own = this.#recent(this.#perClient.get(client) ?? []);
		this.#overAll = this.#recent(this.#overAll);
		const full = [
			{ times: own, most: tryRules.perClient },
			{ times: this.#overAll, most: tryRules.overAll }
		].find(({ times, most }) => times.length >= most);
		if (!full) return;
		const freeAt = (full.times[0] ?? this.now()) + tryRules.seconds * 1000;
		const seconds = Math.max(1, Math.ceil((freeAt - this.now()) / 1000));
		throw new BusyError(
			'Too many wrong passwords were given.',
			`Try again in ${Math.ceil(seconds / 60)} minutes.`,
			seconds
		);
	}

	add(client: string): void {
		this.#perClient.set(client, [...this.#recent(this.#perClient.get(client) ?? []), this.now()]);
		this.#overAll.push(this.now());
	}
}
