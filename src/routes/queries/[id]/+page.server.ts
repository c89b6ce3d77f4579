import { error } from '@sveltejs/kit';
import { orPageError } from '#lib/server/page-error.ts';
import { queryOutcome } from '#lib/server/query-outcome.ts';
import { runQuery } from '#lib/server/run-query.ts';
import { bindParameters, savedQuery } from '#lib/server/saved-queries.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, request, url }) =>
	orPageError(async () => {
		const query = savedQuery(params.id);
		const given = Object.fromEntries(url.searchParams);
		const isAsked =
			Object.keys(given).length > 0 || query.parameters.every((each) => each.default !== undefined);
		if (!isAsked) return { query, given, answer: null, problem: null };
		const outcome = await queryOutcome(async () =>
			runQuery(locals.store, query.cypher, bindParameters(query, given), { signal: request.signal })
		);
		return { query, given, ...outcome };
	}, error);
