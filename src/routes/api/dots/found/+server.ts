import { foundDotsParameters, parametersOf } from '#lib/domain/parameters.ts';
import { answer } from '#lib/server/answers/problem.ts';
import { dotsFound } from '#lib/server/questions/map-dots.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url }) =>
	answer(async () => dotsFound(locals.store, parametersOf(foundDotsParameters, url).q));
