import type { LookupFunction } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerBytes, longestWait, patience, tries } from './constants/net-limits.ts';
import { download, FetchError } from './download.ts';
import { PageError, type Asked } from './page-sources.ts';

/** How requests are made, and whom they are told to. */
export interface RequestSettings {
	/** Where somebody who is asked too much can write to. */
	mail?: string | undefined;
	/** How names are looked up where only the public net may be reached; null to reach any. */
	lookup?: LookupFunction | null;
	/** Milliseconds; the usual ones where nothing is said. */
	times?: { firstWait?: number; silence?: number; whole?: number; pause?: number };
	/** Bytes of one answer. */
	answerBytes?: number;
	/** A sentence for whoever started it: who is asked, what is waited for. */
	tell: (sentence: string) => void;
}

/** The requests of one walk through the answers to a query: at their pace, and again where that is worth it. */
export class PatientRequests {
	readonly #last = new Map<string, number>();

	constructor(
		private readonly base: URL,
		private readonly pause: number,
		private readonly isTrusted: boolean,
		private readonly settings: RequestSettings
	) {}

	/** Fetches into a file, so often as it is worth it. `check` throws PageError for what is not whole. */
	async get<Told>(asked: Asked, file: string, isFile: boolean, check: () => Promise<Told>): Promise<Told> {
		const { times = {}, mail, lookup = null, tell } = this.settings;
		const url = new URL(this.base);
		if (asked.path !== '') url.pathname = `${url.pathname.replace(/\/$/, '')}${asked.path}`;
		for (const [name, value] of Object.entries(asked.parameters ?? {}))
			url.searchParams.set(name, String(value));
		for (let attempt = 1; ; attempt += 1) {
			await this.#rest(url.host);
			try {
				await download(url, file, {
					most: this.settings.answerBytes ?? answerBytes[isFile ? 'file' : 'page'],
					silence: times.silence ?? patience.silence,
					whole: times.whole ?? patience[isFile ? 'file' : 'page'],
					...{ mail, headers: asked.headers ?? {}, lookup },
					trusted: this.isTrusted ? url.host : null,
					onHost: (host) => {
						tell(`${url.host} leads on to ${host}.`);
					}
				});
				return await check();
			} catch (cause) {
				const failure =
					cause instanceof PageError
						? new FetchError(url.host, cause.message, cause.mayPass, { cause })
						: cause;
				if (!(failure instanceof FetchError)) throw failure;
				await this.#waitAfter(failure, attempt);
			}
		}
	}

	/** Lets the time pass that lies between two requests. */
	async #rest(host: string): Promise<void> {
		const now = performance.now();
		const next = (this.#last.get(host) ?? -Infinity) + (this.settings.times?.pause ?? this.pause);
		if (next > now) await sleep(next - now);
		this.#last.set(host, performance.now());
	}

	/** Waits before the next try. Throws the failure where there shall be none. */
	async #waitAfter(failure: FetchError, attempt: number): Promise<void> {
		if (!failure.mayPass) throw failure;
		const asked = failure.more.wait ?? null;
		if (asked !== null && asked > longestWait)
			throw new FetchError(
				failure.host,
				`${failure.message.slice(failure.host.length + 1)}, and asks to wait for ${Math.ceil(asked / 60_000)} minutes`,
				false,
				failure.more
			);
		if (attempt >= tries.most)
			throw new FetchError(
				failure.host,
				`${failure.message.slice(failure.host.length + 1)}, ${tries.most} times`,
				false,
				failure.more
			);
		const usual = (this.settings.times?.firstWait ?? tries.firstWait) * 2 ** (attempt - 1);
		const wait = Math.max(asked ?? 0, usual);
		this.settings.tell(`${failure.message}; asked again in ${Math.max(1, Math.round(wait / 1000))} s.`);
		await sleep(wait);
	}
}
