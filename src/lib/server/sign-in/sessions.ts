import { randomBytes } from 'node:crypto';
import { sealData, unsealData } from 'iron-session';
import { LRUCache } from 'lru-cache';
import { sessionRules } from './constants.ts';
import type { Role } from './roles.ts';

/**
 * Who is signed in. A cookie holds the id of a session, sealed with a key of this process; the process knows which
 * sessions go on, so that signing out ends one wherever its cookie has got to. All end with the process: a key made of
 * a password could be guessed from a cookie at leisure.
 */
export class Sessions {
	readonly #key = randomBytes(32).toString('hex');
	readonly #live: LRUCache<string, Role>;

	/** `now`: milliseconds on a clock that does not jump. */
	constructor(now: () => number = () => performance.now()) {
		this.#live = new LRUCache({
			max: sessionRules.most,
			ttl: sessionRules.seconds * 1000,
			ttlResolution: 0,
			perf: { now }
		});
	}

	/** Begins a session; gives the value of its cookie. */
	async begin(role: Role): Promise<string> {
		const id = randomBytes(24).toString('base64url');
		this.#live.set(id, role);
		return sealData({ id }, { password: this.#key, ttl: sessionRules.seconds });
	}

	async #idOf(cookie: string): Promise<string> {
		// What is no seal of ours, or an old one, unseals to an empty object.
		const { id } = await unsealData<{ id?: string }>(cookie, {
			password: this.#key,
			ttl: sessionRules.seconds
		}).catch(() => ({ id: undefined }));
		return id ?? '';
	}

	/** The role of a cookie's session; null once it has ended, and for what is no cookie of ours. */
	async roleOf(cookie: string | undefined): Promise<Role | null> {
		if (!cookie) return null;
		return this.#live.get(await this.#idOf(cookie)) ?? null;
	}

	async end(cookie: string | undefined): Promise<void> {
		if (cookie) this.#live.delete(await this.#idOf(cookie));
	}
}
