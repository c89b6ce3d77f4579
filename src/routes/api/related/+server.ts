import { parametersOf, relatedParameters } from '#lib/domain/parameters.ts';
import { relatedToAll } from '#lib/server/questions/related-to-all.ts';
import { answer } from '#lib/server/answers/problem.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url }) =>
	answer(async () => {
		const { of, limit } = parametersOf(relatedParameters, url);
		return relatedToAll(locals.store, of, limit);
	});
