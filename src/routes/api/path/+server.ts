import { parametersOf, pathParameters } from '#lib/domain/parameters.ts';
import { bestPaths } from '#lib/server/questions/path.ts';
import { answer } from '#lib/server/answers/problem.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url }) =>
	answer(async () => {
		const { limit: ways, ...question } = parametersOf(pathParameters, url);
		return bestPaths(locals.store, { ...question, ways });
	});
