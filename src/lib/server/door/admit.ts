import type { IncomingMessage } from 'node:http';
import {
	BadRequestError,
	CrossSiteError,
	MisdirectedError,
	type ThroughlineError
} from '#lib/domain/errors.ts';
import { callerOf } from './callers.ts';
import { runningRoutes } from './constants.ts';
import { authorityOf, isOurHost, type Authority } from './hosts.ts';

/** What of a connection says for whom a request is. */
export type Message = Pick<IncomingMessage, 'headers' | 'rawHeaders'> & {
	socket: Pick<IncomingMessage['socket'], 'localAddress' | 'localPort'>;
};

/** What is wrong with the host that a request names, or null. */
export function wrongHost(message: Message, listed: readonly Authority[]): ThroughlineError | null {
	const hosts = message.rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host');
	if (hosts.length > 1) return new BadRequestError('The request names two hosts.', 'Send one Host header.');
	const host = authorityOf(message.headers.host ?? '');
	if (host && isOurHost(host, message.socket, listed)) return null;
	return new MisdirectedError(
		host ? `This server is not ${message.headers.host ?? ''}.` : 'The request names no host.',
		'Open it by the address that it listens on; a name of yours for it goes into THROUGHLINE_HOSTS.'
	);
}

interface Asked {
	request: Request;
	/** Node's view of the request; undefined under `vite dev`, which looks at the host itself. */
	message: Message | undefined;
	/** SvelteKit's id of the route; null for an address that is not there. */
	route: string | null;
}

/**
 * Lets a request in: it is for this server, and not from a page of another site. Tells whether it may run people's
 * text. Throws MisdirectedError, BadRequestError or CrossSiteError.
 */
export function admit({ request, message, route }: Asked, listed: readonly Authority[]): { mayRun: boolean } {
	const wrong = message ? wrongHost(message, listed) : null;
	if (wrong) throw wrong;
	const end = message?.socket ?? {};
	const caller = callerOf(request, (text) => {
		const authority = authorityOf(text);
		return text === request.headers.get('host') || (authority !== null && isOurHost(authority, end, listed));
	});
	if (caller === 'foreign')
		throw new CrossSiteError(
			'A page of another site asked for this.',
			'Ask from here: other sites may link to pages, and nothing more.'
		);
	if (caller === 'link' && route !== null && runningRoutes.includes(route))
		throw new CrossSiteError(
			'A link of another site asked for this.',
			'Copy the address into the address bar: other sites run nothing here.'
		);
	return { mayRun: caller === 'own' };
}
