import { error } from '@sveltejs/kit';
import { orPageError } from '#lib/server/answers/page-error.ts';
import { queryOutcome } from '#lib/server/queries/query-outcome.ts';
import { runQuery } from '#lib/server/queries/run-query.ts';
import { bindParameters, refsOf, resolveNodes, savedQuery } from '#lib/server/queries/saved-queries.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, request, url }) =>
	orPageError(async () => {
		const query = savedQuery(params.id);
		const given = Object.fromEntries(url.searchParams);
		const isAsked =
			Object.keys(given).length > 0 || query.parameters.every((each) => each.default !== undefined);
		const shown = { ...given };
		if (!isAsked) return { query, shown, answer: null, problem: null };
		const outcome = await queryOutcome(async () => {
			const nodes = await resolveNodes(locals.store, query, given);
			for (const [name, node] of Object.entries(nodes)) shown[name] = node.name;
			const parameters = bindParameters(query, { ...given, ...refsOf(nodes) });
			return runQuery(locals.store, query.cypher, parameters, { signal: request.signal });
		});
		return { query, shown, ...outcome };
	}, error);
