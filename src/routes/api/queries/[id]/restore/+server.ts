import { answer } from '#lib/server/answers/problem.ts';
import { queryLibrary } from '#lib/server/queries/library.ts';
import type { RequestHandler } from './$types';

/** Takes a deletion back. */
export const POST: RequestHandler = ({ locals, params }) =>
	answer(() => queryLibrary(locals.store).restore(params.id));
