import { dotNumberSchema, dotParameters, fitting, parametersOf } from '#lib/domain/parameters.ts';
import { answer } from '#lib/server/answers/problem.ts';
import { paperOfDot } from '#lib/server/questions/map-dots.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, url }) =>
	answer(async () => {
		const { generation } = parametersOf(dotParameters, url);
		return paperOfDot(locals.store, fitting(dotNumberSchema, params.number), generation);
	});
