import { conceptParameters, parametersOf } from '#lib/domain/parameters.ts';
import { conceptDetails } from '#lib/server/questions/concept-details.ts';
import { answer } from '#lib/server/answers/problem.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, url }) =>
	answer(async () => conceptDetails(locals.store, params.id, parametersOf(conceptParameters, url)));
