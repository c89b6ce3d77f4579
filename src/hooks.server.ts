import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { env } from '$env/dynamic/private';
import { ThroughlineError } from '#lib/domain/errors.ts';
import { openStore, type Store } from '#lib/server/store.ts';

/** Opened at the first request that needs it, and again after a failure: the store may come later than the server. */
let opening: Promise<Store> | undefined;

function store(): Promise<Store> {
	opening ??= openStore({
		url: env['GRAPH_URL'] ?? 'local:./data',
		username: env['NEO4J_USERNAME'],
		password: env['NEO4J_PASSWORD'],
		database: env['NEO4J_DATABASE']
	}).catch((cause: unknown) => {
		opening = undefined;
		throw cause;
	});
	return opening;
}

export const init: ServerInit = () => {
	// Begun here so that the first visitor does not wait for it; a failure is told to whoever asks next.
	store().catch(() => undefined);
};

export const handle: Handle = async ({ event, resolve }) => {
	event.locals.store = await store();
	const response = await resolve(event);
	response.headers.set('X-Content-Type-Options', 'nosniff');
	response.headers.set('Referrer-Policy', 'same-origin');
	return response;
};

export const handleError: HandleServerError = ({ error, status, message }) => {
	if (error instanceof ThroughlineError) return { message: error.message, advice: error.advice };
	if (status !== 404) console.error(error);
	return { message };
};
