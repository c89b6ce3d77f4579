import { parametersOf, pathParameters } from '#lib/domain/parameters.ts';
import { shortestPaths } from '#lib/server/cypher/path.ts';
import { answer } from '#lib/server/answers/problem.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url }) =>
	answer(async () => {
		const { from, to } = parametersOf(pathParameters, url);
		return shortestPaths(locals.store, from, to);
	});
