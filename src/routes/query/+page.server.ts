import { error } from '@sveltejs/kit';
import { orPageError } from '#lib/server/page-error.ts';
import { queryOutcome } from '#lib/server/query-outcome.ts';
import { runQuery } from '#lib/server/run-query.ts';
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
