import { error } from '@sveltejs/kit';
import { fitting, givenOnce } from '#lib/domain/parameters.ts';
import { unknownNames, unknownSentence } from '#lib/domain/cypher/unknown-names.ts';
import { queryLimits } from '#lib/domain/saved-query.ts';
import { orPageError } from '#lib/server/answers/page-error.ts';
import { liveSchema } from '#lib/server/questions/live-schema.ts';
import { whileConnected } from '#lib/server/door/client-gone.ts';
import { parametersIn } from '#lib/server/queries/check-draft.ts';
import { queryOutcome } from '#lib/server/queries/query-outcome.ts';
import { resultMap } from '#lib/server/queries/result-map.ts';
import { runQuery } from '#lib/server/queries/run-query.ts';
import { whyNoRows } from '#lib/server/queries/why-no-rows.ts';
import { runWords } from '#lib/server/queries/run-words.ts';
import { typedValue } from '#lib/server/queries/typed-value.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	orPageError(async () => {
		const { getClientAddress, locals, url } = event;
		const cypher = givenOnce(url)['cypher'] ?? '';
		const names = cypher.length > queryLimits.cypherLength ? [] : parametersIn(cypher).slice(0, 50);
		const given = names.map((name) => ({ name, text: url.searchParams.get(name) }));
		const fields = given.map(({ name, text }) => ({ name, text: text ?? '' }));
		const explain = url.searchParams.has('explain');
		// A parameter that has no value yet has its field first.
		const isAsked =
			cypher.trim() !== '' && !url.searchParams.has('edit') && given.every(({ text }) => text !== null);
		// A link of another site fills the text in, and a person says whether it runs.
		const isHeld = isAsked && !locals.mayRun;
		const page = { cypher, fields, explain, isHeld };
		if (!isAsked || isHeld)
			return { ...page, unknown: [] as string[], answer: null, problem: null, map: null, why: null };
		const client = getClientAddress();
		const outcome = await queryOutcome(() => {
			const { skip } = fitting(runWords, { skip: url.searchParams.get('skip') ?? undefined });
			const parameters = Object.fromEntries(fields.map(({ name, text }) => [name, typedValue(text)]));
			return whileConnected(event, (signal) =>
				runQuery(locals.store, cypher, parameters, {
					...{ signal, client, skip, explain, bytes: queryLimits.bytesOfPage }
				})
			);
		});
		const unknown = outcome.answer
			? unknownNames(cypher, await liveSchema(locals.store))
					.slice(0, 10)
					.map(unknownSentence)
			: [];
		const why =
			outcome.answer?.rows.length === 0 && !url.searchParams.has('skip') && unknown.length === 0
				? await whyNoRows(locals.store, { cypher, lacking: [], asks: fields.length > 0 })
				: null;
		const map = await resultMap(locals.store, outcome.answer, url.searchParams.get('view'), null, null);
		return { ...page, unknown, ...outcome, map, why };
	}, error);
