import { conceptListParameters, parametersOf } from '#lib/domain/parameters.ts';
import { listConcepts } from '#lib/server/questions/lists.ts';
import { answer } from '#lib/server/answers/problem.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url }) =>
	answer(async () => listConcepts(locals.store, parametersOf(conceptListParameters, url)));
