import { error, type Handle, type HandleServerError, type ServerInit } from '@sveltejs/kit';
import { env } from '$env/dynamic/private';
import { StoreUnavailableError, ThroughlineError } from '#lib/domain/errors.ts';
import { problem, statusOf } from '#lib/server/answers/problem.ts';
import { openStore, type Store } from '#lib/server/store.ts';

/** Opened once; opened anew after a failure, because a local Neo4j that was restarted listens on another port. */
let opening: Promise<Store> | undefined;
let checked = 0;
/** Milliseconds between two looks whether a store that failed is back. */
const patience = 2000;

function open(): Promise<Store> {
	return openStore({
		url: env['GRAPH_URL'] ?? 'local:./data',
		username: env['NEO4J_USERNAME'],
		password: env['NEO4J_PASSWORD'],
		database: env['NEO4J_DATABASE'],
		javaHome: env['JAVA_HOME'],
		joinOnly: env['GRAPH_JOIN'] === 'true'
	});
}

function store(): Promise<Store> {
	opening ??= open().catch((cause: unknown) => {
		opening = undefined;
		throw cause;
	});
	return opening;
}

/** After a request that the store did not answer: look once, and let go of a store that is away for good. */
async function recover(held: Store): Promise<void> {
	if (Date.now() - checked < patience) return;
	checked = Date.now();
	try {
		await held.verify();
	} catch {
		opening = undefined;
		await held.close().catch(() => undefined);
	}
}

export const init: ServerInit = () => {
	// Begun here so that the first visitor does not wait for it; a failure is told to whoever asks next.
	store().catch(() => undefined);
	// The connections of an open store would keep the process alive after the last request.
	process.on('sveltekit:shutdown', () => {
		void opening?.then((held) => held.close()).catch(() => undefined);
	});
};

export const handle: Handle = async ({ event, resolve }) => {
	try {
		event.locals.store = await store();
	} catch (failure) {
		if (event.url.pathname.startsWith('/api/')) return problem(failure);
		if (!(failure instanceof ThroughlineError)) throw failure;
		error(statusOf(failure) === 500 ? 503 : statusOf(failure), {
			message: failure.message,
			advice: failure.advice
		});
	}
	const response = await resolve(event);
	if (response.status >= 500) void recover(event.locals.store);
	response.headers.set('X-Content-Type-Options', 'nosniff');
	response.headers.set('Referrer-Policy', 'same-origin');
	return response;
};

export const handleError: HandleServerError = ({ error: failure, event, status, message }) => {
	if (failure instanceof StoreUnavailableError) void recover(event.locals.store);
	if (failure instanceof ThroughlineError) return { message: failure.message, advice: failure.advice };
	if (status !== 404) console.error(failure);
	return { message };
};
