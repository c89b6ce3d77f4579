import { mapParameters, parametersOf } from '#lib/domain/parameters.ts';
import { mapPicture } from '#lib/server/questions/map-picture.ts';
import { answer } from '#lib/server/answers/problem.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url }) =>
	answer(async () => {
		const { scope, ...filter } = parametersOf(mapParameters, url);
		return mapPicture(locals.store, scope, filter);
	});
