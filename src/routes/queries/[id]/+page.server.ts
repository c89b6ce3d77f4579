import { error } from '@sveltejs/kit';
import { givenOnce } from '#lib/domain/parameters.ts';
import { queryLimits } from '#lib/domain/saved-query.ts';
import { orPageError } from '#lib/server/answers/page-error.ts';
import { whileConnected } from '#lib/server/door/client-gone.ts';
import { queryOutcome } from '#lib/server/queries/query-outcome.ts';
import { runQuery } from '#lib/server/queries/run-query.ts';
import { bindParameters, refsOf, resolveNodes, savedQuery } from '#lib/server/queries/saved-queries.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	orPageError(async () => {
		const { getClientAddress, locals, params, url } = event;
		const query = savedQuery(params.id);
		const given = givenOnce(url);
		const isAsked =
			Object.keys(given).length > 0 || query.parameters.every((each) => each.default !== undefined);
		const shown = { ...given };
		// A link of another site fills the parameters in, and a person says whether it runs.
		const isHeld = isAsked && !locals.mayRun;
		if (!isAsked || isHeld) return { query, shown, isHeld, answer: null, problem: null };
		const client = getClientAddress();
		const outcome = await queryOutcome(async () => {
			const nodes = await resolveNodes(locals.store, query, given);
			for (const [name, node] of Object.entries(nodes)) shown[name] = node.name;
			const parameters = bindParameters(query, { ...given, ...refsOf(nodes) });
			return whileConnected(event, (signal) =>
				runQuery(locals.store, query.cypher, parameters, { signal, client, bytes: queryLimits.bytesOfPage })
			);
		});
		return { query, shown, isHeld, ...outcome };
	}, error);
