import { answer } from '#lib/server/problem.ts';
import { runQuery } from '#lib/server/run-query.ts';
import { bindParameters, savedQuery } from '#lib/server/saved-queries.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, request, url }) =>
	answer(async () => {
		const query = savedQuery(params.id);
		const parameters = bindParameters(query, Object.fromEntries(url.searchParams));
		return runQuery(locals.store, query.cypher, parameters, { signal: request.signal });
	});
