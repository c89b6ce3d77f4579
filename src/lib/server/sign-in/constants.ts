import type { Role } from './roles.ts';

export const passwordRules = {
	/** Shorter ones are guessed at the pace that tries are let in. */
	leastCharacters: 12
} as const;

export const sessionRules = {
	cookie: 'throughline-session',
	/** Seconds: one working day. Nobody is signed in for longer without giving the password again. */
	seconds: 12 * 60 * 60,
	/** Sessions at a time; beyond it the one that was used longest ago ends, so that signing in fills no memory. */
	most: 10_000
} as const;

/** Wrong passwords that are answered. Right ones count for nothing, so people behind one proxy do not shut each other out. */
export const tryRules = {
	/** Seconds after which a wrong one is forgotten. */
	seconds: 15 * 60,
	perClient: 10,
	/** Over all clients: 12 characters are not guessed at this pace, from however many addresses. */
	overAll: 200,
	/** Clients that are remembered. */
	mostClients: 10_000
} as const;

/** The pages that are shown before anyone says who they are. */
export const openRoutes: readonly string[] = ['/login'];

/** What is sent with POST and changes nothing: whoever only reads may send it. */
export const readingPosts: readonly string[] = ['/api/query', '/login'];

export const roleWords: Record<Role, string> = {
	editing: 'read and change everything',
	reading: 'read everything and run queries, and change nothing'
};
