import { fitting } from '#lib/domain/parameters.ts';
import { queryMarksSchema } from '#lib/domain/saved-query.ts';
import { answer } from '#lib/server/answers/problem.ts';
import { readJson } from '#lib/server/door/json-body.ts';
import { queryLibrary } from '#lib/server/queries/library.ts';
import type { RequestHandler } from './$types';

/** Sets whether a query is a favourite, or its tags; what is not given stays. */
export const PUT: RequestHandler = ({ locals, params, request }) =>
	answer(async () =>
		queryLibrary(locals.store).mark(params.id, fitting(queryMarksSchema.partial(), await readJson(request)))
	);
