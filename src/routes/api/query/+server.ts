import { fitting, queryBodySchema } from '#lib/domain/parameters.ts';
import { answerText } from '#lib/server/answers/problem.ts';
import { whileConnected } from '#lib/server/door/client-gone.ts';
import { readJson } from '#lib/server/door/json-body.ts';
import { runQueryAsJson } from '#lib/server/queries/run-query.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
	answerText(async () => {
		const { cypher, parameters } = fitting(queryBodySchema, await readJson(event.request));
		const client = event.getClientAddress();
		return whileConnected(event, (signal) =>
			runQueryAsJson(event.locals.store, cypher, parameters, { signal, client })
		);
	});
