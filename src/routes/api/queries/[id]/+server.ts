import { fitting } from '#lib/domain/parameters.ts';
import { queryChangeSchema, revisionSchema } from '#lib/domain/saved-query.ts';
import { answer } from '#lib/server/answers/problem.ts';
import { readJson } from '#lib/server/door/json-body.ts';
import { queryLibrary } from '#lib/server/queries/library.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params }) =>
	answer(() => queryLibrary(locals.store).find(params.id));

/** Changes a query of a person's own; who changes it names the revision that they saw. */
export const PUT: RequestHandler = ({ locals, params, request }) =>
	answer(async () => {
		const { revision, draft } = fitting(queryChangeSchema, await readJson(request));
		return queryLibrary(locals.store).change(params.id, revision, draft);
	});

/** Deletes it; for 30 days it can be restored. */
export const DELETE: RequestHandler = ({ locals, params, request }) =>
	answer(async () => {
		const { revision } = fitting(revisionSchema, await readJson(request));
		return queryLibrary(locals.store).remove(params.id, revision);
	});
