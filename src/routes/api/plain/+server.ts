import { parametersOf, searchParameters } from '#lib/domain/parameters.ts';
import { answer } from '#lib/server/answers/problem.ts';
import { plainWords } from '#lib/server/plain/plain-words.ts';
import type { RequestHandler } from './$types';

/** What a phrase in plain words may mean. Nothing is run. */
export const GET: RequestHandler = ({ locals, url }) =>
	answer(async () => plainWords(locals.store, parametersOf(searchParameters, url).q, new Date()));
