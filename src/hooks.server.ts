import {
	redirect,
	type Handle,
	type HandleServerError,
	type RequestEvent,
	type ServerInit
} from '@sveltejs/kit';
import { building, dev } from '$app/environment';
import { env } from '$env/dynamic/private';
import { SignInError, StoreUnavailableError, ThroughlineError } from '#lib/domain/errors.ts';
import { absentStore } from '#lib/server/absent-store.ts';
import { apiAnswer, checkApiAddress } from '#lib/server/answers/api-answer.ts';
import { failureOfStatus } from '#lib/server/answers/failure-of-status.ts';
import { movedAnswer } from '#lib/server/answers/moved-answer.ts';
import { pageAnswer, refusedPage } from '#lib/server/answers/page-answer.ts';
import { problem } from '#lib/server/answers/problem.ts';
import { explainUnread } from '#lib/server/answers/unread-request.ts';
import { admit } from '#lib/server/door/admit.ts';
import { storelessRoutes } from '#lib/server/door/constants.ts';
import { askedMethod, watchEveryAnswer } from '#lib/server/door/every-answer.ts';
import { listedHosts, type Authority } from '#lib/server/door/hosts.ts';
import { outliveLostAnswers } from '#lib/server/door/outlive.ts';
import { packed } from '#lib/server/door/packed.ts';
import { isApiPath } from '#lib/server/door/paths.ts';
import { readyForPeople } from '#lib/server/people/people-schema.ts';
import { ingestJobs } from '#lib/server/ingest-jobs/ingest-jobs.ts';
import { endQueries, readyForQueries } from '#lib/server/queries/run-query.ts';
import { checkListening } from '#lib/server/sign-in/check-listening.ts';
import { sessionRules } from '#lib/server/sign-in/constants.ts';
import { givenPasswords } from '#lib/server/sign-in/passwords.ts';
import { SignIn } from '#lib/server/sign-in/sign-in.ts';
import { openStore, type Store } from '#lib/server/store.ts';

/** Opened once; opened anew after a failure, because a local Neo4j that was restarted listens on another port. */
let opening: Promise<Store> | undefined;
let checked = 0;
/** Milliseconds between two looks whether a store that failed is back. */
const patience = 2000;
/** The names under which others may know this server. */
const { hosts, signIn } = readDoor();

/** Nothing can be served before it is known for whom. */
function readDoor(): { hosts: Authority[]; signIn: SignIn } {
	try {
		const passwords = givenPasswords(env);
		// Without HOST the adapter listens on every address; Vite looks after its own.
		if (!dev && !building) checkListening(env['HOST'] ?? '0.0.0.0', passwords);
		const origin = env['ORIGIN'] ?? '';
		// The address that a proxy is asked by is a name of this server.
		const proxy = URL.canParse(origin) ? `,${new URL(origin).host}` : '';
		return {
			hosts: listedHosts((env['THROUGHLINE_HOSTS'] ?? '') + proxy),
			signIn: new SignIn(passwords)
		};
	} catch (failure) {
		console.error(failure instanceof ThroughlineError ? `${failure.message}\n${failure.advice}` : failure);
		process.exit(2);
	}
}

async function open(): Promise<Store> {
	const opened = await openStore({
		url: env['GRAPH_URL'] ?? 'local:./data',
		username: env['NEO4J_USERNAME'],
		password: env['NEO4J_PASSWORD'],
		database: env['NEO4J_DATABASE'],
		javaHome: env['JAVA_HOME'],
		joinOnly: env['GRAPH_JOIN'] === 'true',
		isInteractive: true
	});
	// A store that only reads is shown all the same: whoever then keeps something is told.
	await readyForPeople(opened).catch((failure: unknown) => {
		console.error(failure instanceof ThroughlineError ? failure.message : failure);
	});
	return opened;
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
	// Vite's own server looks at the host itself.
	if (!dev) {
		watchEveryAnswer(hosts, explainUnread);
		outliveLostAnswers();
	}
	// Begun here so that the first visitor does not wait for it; a failure is told to whoever asks next.
	store().catch(() => undefined);
	readyForQueries();
	// The connections of an open store would keep the process alive after the last request.
	process.on('sveltekit:shutdown', () => {
		endQueries();
		void ingestJobs.end();
		void opening?.then((held) => held.close()).catch(() => undefined);
	});
};

async function prepare(event: RequestEvent): Promise<void> {
	const { cookies, locals, platform, request, route, url } = event;
	const { mayRun } = admit({ request, message: platform?.req, route: route.id }, hosts);
	locals.mayRun = mayRun;
	locals.signIn = signIn;
	locals.role = await signIn.admit({
		method: request.method,
		route: route.id,
		authorization: request.headers.get('authorization'),
		cookie: cookies.get(sessionRules.cookie),
		client: event.getClientAddress()
	});
	// After that: whoever is not signed in does not learn either which addresses there are.
	if (isApiPath(url.pathname)) checkApiAddress(url.pathname, route.id);
	locals.store = await store().catch((failure: unknown) => {
		if (!storelessRoutes.includes(route.id ?? '')) throw failure;
		return absentStore(failure);
	});
}

export const handle: Handle = async ({ event, resolve }) => {
	const isApi = isApiPath(event.url.pathname);
	const { request } = event;
	const finish = (response: Response) =>
		packed(
			isApi
				? apiAnswer(response, askedMethod(request, event.platform?.req))
				: pageAnswer(response, event.url),
			request
		);
	try {
		await prepare(event);
	} catch (failure) {
		if (!isApi && failure instanceof SignInError && request.method === 'GET') {
			const to = event.url.pathname + event.url.search;
			redirect(303, `/login?${new URLSearchParams({ to })}`);
		}
		return finish(isApi ? problem(failure) : refusedPage(failure, event.isDataRequest));
	}
	const { locals, url, isDataRequest: isData } = event;
	const resolved = await resolve(event);
	const response = finish(await movedAnswer(resolved, { store: locals.store, url, isData }));
	if (response.status >= 500) void recover(event.locals.store);
	return response;
};

export const handleError: HandleServerError = ({ error: failure, event, status }) => {
	if (failure instanceof StoreUnavailableError) void recover(event.locals.store);
	if (!(failure instanceof ThroughlineError) && status >= 500) console.error(failure);
	const { message, advice } = failure instanceof ThroughlineError ? failure : failureOfStatus(status);
	return { message, advice };
};
