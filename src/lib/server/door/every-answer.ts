import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { wrongHost } from './admit.ts';
import { headersOfAll } from './constants.ts';
import type { Authority } from './hosts.ts';
import { isApiPath } from './paths.ts';

/** `http://pond:3000/api/health` after GET: the host that it names counts, whatever the Host header says (RFC 9112, 3.2.2). */
function readAbsoluteForm(request: IncomingMessage): void {
	const target = request.url ?? '';
	if (target.startsWith('/') || !URL.canParse(target)) return;
	const { host, pathname, search } = new URL(target);
	request.headers.host = host;
	request.url = pathname + search;
}

/**
 * Stands before everything that Node's server answers in this process, before static files as well, which SvelteKit's
 * adapter serves without asking the hooks: gives every answer its headers, and leads a request for another host past
 * the files to where the hooks refuse it.
 */
export function watchEveryAnswer(listed: readonly Authority[]): void {
	subscribe('http.server.request.start', (message) => {
		const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
		for (const [name, value] of Object.entries(headersOfAll)) response.setHeader(name, value);
		readAbsoluteForm(request);
		if (wrongHost(request, listed))
			request.url = isApiPath(request.url ?? '') ? '/api/misdirected' : '/misdirected';
	});
}
