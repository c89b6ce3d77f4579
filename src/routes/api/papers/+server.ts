import { paperListParameters, parametersOf } from '#lib/domain/parameters.ts';
import { listPapers } from '#lib/server/questions/lists.ts';
import { answer } from '#lib/server/answers/problem.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url }) =>
	answer(async () => listPapers(locals.store, parametersOf(paperListParameters, url)));
