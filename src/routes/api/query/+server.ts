import { fitting, queryBodySchema } from '#lib/domain/parameters.ts';
import { answer } from '#lib/server/answers/problem.ts';
import { whileConnected } from '#lib/server/door/client-gone.ts';
import { readJson } from '#lib/server/door/json-body.ts';
import { runQuery } from '#lib/server/queries/run-query.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
	answer(async () => {
		const { cypher, parameters } = fitting(queryBodySchema, await readJson(event.request));
		const client = event.getClientAddress();
		return whileConnected(event, (signal) =>
			runQuery(event.locals.store, cypher, parameters, { signal, client })
		);
	});
