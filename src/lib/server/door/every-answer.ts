import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { wrongHost } from './admit.ts';
import { headersOfAll } from './constants.ts';
import { isEmbedding } from './embedding.ts';
import type { Authority } from './hosts.ts';
import { isApiPath } from './paths.ts';

/** What Node tells of every request before anything answers it. */
interface RequestStart {
	request: IncomingMessage;
	response: ServerResponse;
	server: Server;
}

/**
 * `GET http://pond:3000/api/health` as `GET /api/health`. Where it names another host than the Host header does, the
 * request counts as one with two.
 */
function readAbsoluteForm(request: IncomingMessage): void {
	const target = request.url ?? '';
	if (target.startsWith('/') || !URL.canParse(target)) return;
	const { host, pathname, search } = new URL(target);
	if (host !== request.headers.host?.toLowerCase()) request.rawHeaders.push('Host', host);
	request.url = pathname + search;
}

/** What was asked of requests that go on with another method. */
const askedMethods = new WeakMap<IncomingMessage, string>();

/** The method that a request came with. `message`: what Node made of it, where the adapter tells. */
export function askedMethod(request: Request, message?: IncomingMessage): string {
	return (message && askedMethods.get(message)) ?? request.method;
}

/**
 * TRACE cannot be asked through a `Request`, so that the adapter refuses it with a bare status before any hook: it goes
 * on as a method that nobody takes, now or later, and is refused as every one of those.
 */
function readTrace(request: IncomingMessage): void {
	if (request.method !== 'TRACE') return;
	askedMethods.set(request, request.method);
	request.method = 'REFUSED';
}

/**
 * Stands before everything that Node's server answers in this process, before static files as well, which SvelteKit's
 * adapter serves without asking the hooks: gives every answer its headers, and leads a request for another host past
 * the files to where the hooks refuse it. `onserver` is told of every server once.
 */
export function watchEveryAnswer(listed: readonly Authority[], onserver: (server: Server) => void): void {
	const known = new WeakSet<Server>();
	subscribe('http.server.request.start', (message) => {
		const { request, response, server } = message as RequestStart;
		if (!known.has(server)) onserver(server);
		known.add(server);
		for (const [name, value] of Object.entries(headersOfAll)) response.setHeader(name, value);
		readAbsoluteForm(request);
		readTrace(request);
		if (isEmbedding(request.url ?? '')) response.removeHeader('x-frame-options');
		if (wrongHost(request, listed))
			request.url = isApiPath(request.url ?? '') ? '/api/misdirected' : '/misdirected';
	});
}
