import { givenOnce } from '#lib/domain/parameters.ts';
import { answerText } from '#lib/server/answers/problem.ts';
import { whileConnected } from '#lib/server/door/client-gone.ts';
import { runQueryAsJson } from '#lib/server/queries/run-query.ts';
import { bindParameters, refsOf, resolveNodes, savedQuery } from '#lib/server/queries/saved-queries.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	answerText(async () => {
		const { getClientAddress, locals, params, url } = event;
		const query = savedQuery(params.id);
		const given = givenOnce(url);
		const nodes = await resolveNodes(locals.store, query, given);
		const parameters = bindParameters(query, { ...given, ...refsOf(nodes) });
		const client = getClientAddress();
		return whileConnected(event, (signal) =>
			runQueryAsJson(locals.store, query.cypher, parameters, { signal, client })
		);
	});
