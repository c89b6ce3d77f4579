import { error } from '@sveltejs/kit';
import { orPageError } from '#lib/server/answers/page-error.ts';
import { queryOutcome } from '#lib/server/queries/query-outcome.ts';
import { runQuery } from '#lib/server/queries/run-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, request, url }) =>
	orPageError(async () => {
		const { cypher = '', ...parameters } = Object.fromEntries(url.searchParams);
		if (cypher.trim() === '' || url.searchParams.has('edit')) return { cypher, answer: null, problem: null };
		const outcome = await queryOutcome(() =>
			runQuery(locals.store, cypher, parameters, { signal: request.signal })
		);
		return { cypher, ...outcome };
	}, error);
