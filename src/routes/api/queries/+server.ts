import { fitting } from '#lib/domain/parameters.ts';
import { queryDraftSchema } from '#lib/domain/saved-query.ts';
import { answer } from '#lib/server/answers/problem.ts';
import { readJson } from '#lib/server/door/json-body.ts';
import { queryLibrary } from '#lib/server/queries/library.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals }) => answer(() => queryLibrary(locals.store).list());

/** Keeps a query of a person's own. */
export const POST: RequestHandler = ({ locals, request }) =>
	answer(async () => queryLibrary(locals.store).create(fitting(queryDraftSchema, await readJson(request))));
