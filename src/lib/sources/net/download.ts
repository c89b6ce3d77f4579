import { open } from 'node:fs/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { version } from '#lib/domain/version.ts';
import { cleanText } from '#lib/sources/fields/clean-text.ts';
import { mostRedirects, passing } from './constants/net-limits.ts';
import { checkLiteral, LocalAddressError } from './public-address.ts';

/**
 * Why something could not be fetched, as the end of a sentence that begins with who was asked. `mayPass`: it is worth
 * another try, after `wait` milliseconds where it was said when. `status`: what was answered, where something was.
 */
export class FetchError extends Error {
	constructor(
		readonly host: string,
		reason: string,
		readonly mayPass: boolean,
		readonly more: { status?: number; wait?: number | null; cause?: unknown } = {}
	) {
		super(`${host} ${reason}`, { cause: more.cause });
	}
}

/** What one download may take, and how it behaves. */
export interface DownloadSettings {
	/** Bytes. */
	most: number;
	/** Milliseconds without a byte, and for the whole. */
	silence: number;
	whole: number;
	/** Where somebody who asks too much can be written to. */
	mail?: string | undefined;
	headers?: Record<string, string>;
	/** Only addresses of the public net may be reached, found by this; null for any. */
	lookup: LookupFunction | null;
	/** The host that is reached wherever it is: whoever runs this named it. */
	trusted?: string | null;
	/** Told of every other host that an answer leads on to, before it is asked. */
	onHost: (host: string) => void;
}

function agent(mail: string | undefined): string {
	return `Throughline/${version}${mail === undefined ? '' : ` (mailto:${mail})`}`;
}

/** An answer that has begun, and why we ended it where we did. */
interface Begun {
	answer: IncomingMessage;
	why: () => FetchError | null;
}

function begin(url: URL, settings: DownloadSettings): Promise<Begun> {
	const { silence, whole } = settings;
	let failure: FetchError | null = null;
	return new Promise((resolve, reject) => {
		const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
		const request = send(
			url,
			{
				agent: false,
				timeout: silence,
				headers: {
					'user-agent': agent(settings.mail),
					'accept-encoding': 'identity',
					...settings.headers
				},
				...(settings.lookup ? { lookup: settings.lookup } : {})
			},
			(answer) => {
				resolve({ answer, why: () => failure });
			}
		);
		const end = (reason: string) => {
			failure ??= new FetchError(url.host, reason, true);
			request.destroy(failure);
		};
		request.once('timeout', () => {
			end(`sent nothing for ${silence / 1000} s`);
		});
		const timer = setTimeout(() => {
			end(`had not sent everything after ${whole / 1000} s`);
		}, whole);
		request.once('close', () => {
			clearTimeout(timer);
		});
		request.once('error', reject);
		request.end();
	});
}

/** Milliseconds that a server asks to wait, in seconds or until a time; null where it says nothing that is understood. */
export function waitOf(header: string | undefined, now = Date.now()): number | null {
	if (header === undefined) return null;
	if (/^\s*\d+(\.\d+)?\s*$/.test(header)) return Math.ceil(Number(header) * 1000);
	const until = Date.parse(header);
	return Number.isNaN(until) ? null : Math.max(0, until - now);
}

/** Why nothing was answered at all, by the code of the failure. */
const unreached: Record<string, string> = {
	ENOTFOUND: 'is not known: there is no such name, or no network',
	EAI_AGAIN: 'cannot be looked up: there is no network, or no name server answers',
	ECONNREFUSED: 'refuses the connection',
	ENETUNREACH: 'cannot be reached: there is no network',
	EHOSTUNREACH: 'cannot be reached',
	ETIMEDOUT: 'does not answer',
	ECONNRESET: 'broke the connection off',
	EPIPE: 'broke the connection off',
	CERT_HAS_EXPIRED: 'has a certificate that has expired'
};

function failureOf(cause: unknown, host: string): Error {
	if (cause instanceof FetchError) return cause;
	if (cause instanceof LocalAddressError)
		return new FetchError(host, 'is an address of this machine or of its network: it is not fetched', false);
	const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
	// A disk that is full, or a fault of our own.
	if (code === '' || (cause instanceof Error && 'path' in cause)) return cause as Error;
	const isCertificate = /CERT|SELF_SIGNED|ALTNAME|SIGNATURE/.test(code);
	const reason = unreached[code] ?? (code.startsWith('HPE_') ? 'answered with what is no HTTP' : null);
	return new FetchError(host, reason ?? `cannot be asked (${code})`, !isCertificate, { cause });
}

/** What a server says of its refusal, in so many characters. */
const toldOfRefusal = 200;

async function wordsOf(answer: IncomingMessage): Promise<string> {
	let text = '';
	for await (const chunk of answer as AsyncIterable<Buffer>) {
		text += chunk.toString('utf8');
		if (text.length > 4000) break;
	}
	const plain = cleanText(text.replace(/<(script|style)\b.*?<\/\1>/gis, ' ').replace(/<[^>]*>/g, ' '));
	return plain === '' ? '' : `: ${plain.slice(0, toldOfRefusal)}`;
}

async function refusal(answer: IncomingMessage, url: URL): Promise<FetchError> {
	const status = answer.statusCode ?? 0;
	const words = await wordsOf(answer).catch(() => '');
	const wait = waitOf(answer.headers['retry-after']);
	return new FetchError(url.host, `answered ${status}${words}`, passing.has(status), { status, wait });
}

/** Writes an answer to a file and its disk. Throws FetchError where it is longer than it may be, or shorter than it says. */
async function write({ answer, why }: Begun, url: URL, file: string, most: number): Promise<number> {
	const told = answer.headers['content-length'];
	const tooLong = () =>
		new FetchError(
			url.host,
			`sends more than ${Math.floor(most / 2 ** 20)} MB, which is the most that is taken`,
			false
		);
	if (told !== undefined && Number(told) > most) {
		answer.destroy();
		throw tooLong();
	}
	let bytes = 0;
	const brokenOff = (cause?: unknown) => {
		const of = told === undefined ? '' : ` of ${Number(told).toLocaleString('en')}`;
		return new FetchError(url.host, `broke off after ${bytes.toLocaleString('en')}${of} bytes`, true, {
			cause
		});
	};
	const handle = await open(file, 'w', 0o600);
	try {
		for await (const chunk of answer as AsyncIterable<Buffer>) {
			bytes += chunk.length;
			if (bytes > most) throw tooLong();
			await handle.write(chunk);
		}
		if (told !== undefined && bytes < Number(told)) throw brokenOff();
		await handle.sync();
	} catch (cause) {
		const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
		if (['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE'].includes(code)) throw why() ?? brokenOff(cause);
		throw cause;
	} finally {
		await handle.close();
	}
	return bytes;
}

/** The settings for one of the hosts that an answer comes from. Throws LocalAddressError. */
function settingsFor(url: URL, first: URL, settings: DownloadSettings): DownloadSettings {
	const { headers = {}, trusted = null } = settings;
	const lookup = url.host === trusted ? null : settings.lookup;
	if (lookup) checkLiteral(url);
	// Keys are for the host that gave them out.
	const { accept } = headers;
	const others: Record<string, string> = accept === undefined ? {} : { accept };
	return { ...settings, lookup, headers: url.host === first.host ? headers : others };
}

/**
 * Fetches an address into a file, and answers how many bytes it has. Answers that lead on are followed, never from
 * an encrypted address to one that is not. Throws FetchError; what is in the file then is nothing.
 */
export async function download(address: URL, file: string, settings: DownloadSettings): Promise<number> {
	let url = address;
	for (let led = 0; ; led += 1) {
		if (led > mostRedirects)
			throw new FetchError(address.host, `leads on more than ${mostRedirects} times`, false);
		try {
			const begun = await begin(url, settingsFor(url, address, settings));
			const { answer } = begun;
			const status = answer.statusCode ?? 0;
			const next = answer.headers.location;
			if (status >= 300 && status < 400 && next !== undefined) {
				answer.destroy();
				url = ledOn(url, next, settings);
				continue;
			}
			if (status !== 200) throw await refusal(answer, url);
			return await write(begun, url, file, settings.most);
		} catch (cause) {
			throw failureOf(cause, url.host);
		}
	}
}

function ledOn(from: URL, location: string, { onHost }: DownloadSettings): URL {
	const to = URL.canParse(location, from.href) ? new URL(location, from) : null;
	if (!to || !['http:', 'https:'].includes(to.protocol) || to.username !== '' || to.password !== '')
		throw new FetchError(from.host, 'leads on to what is no address of the web', false);
	if (from.protocol === 'https:' && to.protocol !== 'https:')
		throw new FetchError(from.host, `leads on to ${to.host} without encryption: it is not followed`, false);
	if (to.host !== from.host) onHost(to.host);
	return to;
}
