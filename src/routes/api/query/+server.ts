import { queryBodySchema } from '#lib/domain/parameters.ts';
import { answer } from '#lib/server/answers/problem.ts';
import { runQuery } from '#lib/server/queries/run-query.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = ({ locals, request }) =>
	answer(async () => {
		const { cypher, parameters } = queryBodySchema.parse(await request.json().catch(() => null));
		return runQuery(locals.store, cypher, parameters, { signal: request.signal });
	});
