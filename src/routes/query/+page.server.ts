import { error } from '@sveltejs/kit';
import { givenOnce } from '#lib/domain/parameters.ts';
import { queryLimits } from '#lib/domain/saved-query.ts';
import { orPageError } from '#lib/server/answers/page-error.ts';
import { whileConnected } from '#lib/server/door/client-gone.ts';
import { queryOutcome } from '#lib/server/queries/query-outcome.ts';
import { runQuery } from '#lib/server/queries/run-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	orPageError(async () => {
		const { getClientAddress, locals, url } = event;
		const { cypher = '', ...parameters } = givenOnce(url);
		const isAsked = cypher.trim() !== '' && !url.searchParams.has('edit');
		// A link of another site fills the text in, and a person says whether it runs.
		const isHeld = isAsked && !locals.mayRun;
		if (!isAsked || isHeld) return { cypher, isHeld, answer: null, problem: null };
		const client = getClientAddress();
		const outcome = await queryOutcome(() =>
			whileConnected(event, (signal) =>
				runQuery(locals.store, cypher, parameters, { signal, client, bytes: queryLimits.bytesOfPage })
			)
		);
		return { cypher, isHeld, ...outcome };
	}, error);
