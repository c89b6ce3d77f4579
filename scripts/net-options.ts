import { homedir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '#lib/domain/errors.ts';
import { netAddressOf, netSourceIds, netSourceRow, usualMost } from '#lib/domain/net-sources.ts';
import { forgetFetched, type NetSettings } from '#lib/sources/net/fetch-papers.ts';
import { openNetInputs } from '#lib/sources/net/open-net-inputs.ts';
import { publicLookup } from '#lib/sources/net/public-address.ts';
import type { ReadOptions } from '#lib/sources/source-record.ts';
import type { CommandArguments } from './command.ts';

/** The options of every command that fetches papers. */
export const netOptions = {
	max: {
		type: 'string',
		description: `papers that are fetched for one query at most; ${usualMost} without it`
	},
	mail: {
		type: 'string',
		description: 'your address, told to the sources that are asked, as they wish (THROUGHLINE_MAIL)'
	},
	refetch: { type: 'boolean', description: 'fetch anew what an interrupted command has fetched' },
	'public-only': {
		type: 'boolean',
		description: 'fetch from no address of this machine or its network, as the app does'
	}
} as const;

/** What a command that fetches says of its sources, with the variables that change how they are asked. */
export function netHelp(): string[] {
	const rows = netSourceIds.map((id) => {
		const { example, name, host, about, most, key } = netSourceRow(id);
		const limit = most > 1 && host !== null ? `, ${most.toLocaleString('en')} papers at most` : '';
		return `  ${example}\n      ${name}${host === null ? '' : ` (${host})`}: ${about}${limit}${key === undefined ? '' : `; ${key} holds a key of yours`}`;
	});
	return [
		'From the net, each asked at the pace that its terms allow, after a line that names the host and how much:',
		...rows,
		'  THROUGHLINE_NET_MIRRORS=export.arxiv.org=http://mirror:8080,… asks another address in place of a host'
	];
}

function readMost(given: CommandArguments['values'][string]): number {
	if (given === undefined) return usualMost;
	const most = Number(given);
	if (!Number.isInteger(most) || most < 1)
		throw new UsageError('--max is no number of papers.', 'Give it as 500.');
	return most;
}

function readMail(given: CommandArguments['values'][string]): string | undefined {
	const mail = typeof given === 'string' ? given : process.env['THROUGHLINE_MAIL'];
	if (mail === undefined || mail === '') return undefined;
	if (!/^[^\s@<>()]+@[^\s@<>()]+$/.test(mail) || !/^[!-~]+$/.test(mail))
		throw new UsageError('--mail is no address.', 'Give it as name@example.org.');
	return mail;
}

/** `host=address,host=address`. */
function readMirrors(text: string): Record<string, string> {
	const pairs = text.split(',').filter((pair) => pair.trim() !== '');
	return Object.fromEntries(
		pairs.map((pair) => {
			const [, host = '', base = ''] = /^\s*([^=\s]+)=(https?:\/\/\S+?)\/?\s*$/.exec(pair) ?? [];
			if (!URL.canParse(base))
				throw new UsageError(
					`THROUGHLINE_NET_MIRRORS names no address with ${JSON.stringify(pair)}.`,
					'Give it as export.arxiv.org=http://mirror:8080.'
				);
			return [host, base];
		})
	);
}

/** Where what is fetched lies until it is ingested. */
function cacheFolder(): string {
	const cache = process.env['THROUGHLINE_CACHE'] ?? join(homedir(), '.cache', 'throughline');
	return join(cache, 'fetched');
}

/** What a command tells of what it fetches. */
type NetEffects = Pick<NetSettings, 'tell' | 'onFetched'>;

/** How a command fetches: what `ReadOptions` asks for, and how to forget what was fetched when it is where it belongs. */
export function readNet(
	{ values, positionals }: CommandArguments,
	effects: NetEffects
): Required<Pick<ReadOptions, 'net'>> & { done: () => Promise<void> } {
	const settings: NetSettings = {
		...effects,
		cache: cacheFolder(),
		most: readMost(values['max']),
		mail: readMail(values['mail']),
		keys: Object.fromEntries(
			netSourceIds.flatMap((id) => {
				const { key } = netSourceRow(id);
				return key === undefined ? [] : [[key, process.env[key]]];
			})
		),
		mirrors: readMirrors(process.env['THROUGHLINE_NET_MIRRORS'] ?? ''),
		lookup: values['public-only'] === true ? publicLookup() : null,
		again: values['refetch'] === true
	};
	return {
		net: (address, headBytes) => openNetInputs(address, headBytes, settings),
		done: async () => {
			for (const given of positionals) {
				const address = netAddressOf(given);
				if (address) await forgetFetched(address, settings);
			}
		}
	};
}
