import { answer } from '#lib/server/answers/problem.ts';
import { runQuery } from '#lib/server/queries/run-query.ts';
import { bindParameters, refsOf, resolveNodes, savedQuery } from '#lib/server/queries/saved-queries.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, request, url }) =>
	answer(async () => {
		const query = savedQuery(params.id);
		const given = Object.fromEntries(url.searchParams);
		const nodes = await resolveNodes(locals.store, query, given);
		const parameters = bindParameters(query, { ...given, ...refsOf(nodes) });
		return runQuery(locals.store, query.cypher, parameters, { signal: request.signal });
	});
