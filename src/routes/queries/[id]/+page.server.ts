import { error } from '@sveltejs/kit';
import { queryLimits } from '#lib/domain/saved-query.ts';
import type { ShownValue } from '#lib/domain/shown-value.ts';
import { orPageError } from '#lib/server/answers/page-error.ts';
import { queryLibrary } from '#lib/server/queries/library.ts';
import { queryOutcome } from '#lib/server/queries/query-outcome.ts';
import { resultMap } from '#lib/server/queries/result-map.ts';
import { askedQuery, savedRows } from '#lib/server/queries/run-saved.ts';
import { whyNoRows } from '#lib/server/queries/why-no-rows.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	orPageError(async () => {
		const { locals, params, url } = event;
		const query = await queryLibrary(locals.store).find(params.id);
		let shown: Record<string, ShownValue[]> = Object.fromEntries(
			query.parameters.map(({ name }) => [
				name,
				url.searchParams.getAll(name).map((value) => ({ value, name: value }))
			])
		);
		const isGiven = query.parameters.some(({ name }) => url.searchParams.has(name));
		// A link of another site fills the parameters in, and a person says whether it runs.
		const isHeld = !locals.mayRun;
		const nothing = { answer: null, problem: null, map: null, why: null };
		const isAsked =
			isGiven || query.parameters.every(({ default: usual, pick }) => usual !== undefined || pick);
		if (!isAsked || isHeld) return { query, shown, isHeld, isGiven, ...nothing };
		let lacking: string[] = [];
		const outcome = await queryOutcome(async () => {
			const asked = await askedQuery(event, query);
			({ shown, lacking } = asked);
			return savedRows(event, asked, queryLimits.bytesOfPage);
		});
		const asked = url.searchParams.get('view');
		const map = await resultMap(locals.store, outcome.answer, asked, query.view, query.name);
		const asks = query.parameters.length > 0;
		const why =
			outcome.answer?.rows.length === 0 && !url.searchParams.has('skip')
				? await whyNoRows(locals.store, { cypher: query.cypher, lacking, asks })
				: null;
		return { query, shown, isHeld, isGiven, ...outcome, map, why };
	}, error);
