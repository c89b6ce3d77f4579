import { fitting, queryBodySchema } from '#lib/domain/parameters.ts';
import { orProblem } from '#lib/server/answers/problem.ts';
import { readJson, writtenJson } from '#lib/server/door/json-body.ts';
import { rowsResponse, runQueryInFormat } from '#lib/server/queries/run-saved.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
	orProblem(async () => {
		const asked = fitting(queryBodySchema, await readJson(event.request, writtenJson));
		const { text } = await runQueryInFormat(event, asked);
		return rowsResponse(text, asked.format, 'rows');
	});
