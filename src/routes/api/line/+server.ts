import { lineParameters, fitting } from '#lib/domain/parameters.ts';
import { answer } from '#lib/server/answers/problem.ts';
import { lineDetails } from '#lib/server/questions/line-details.ts';
import type { RequestHandler } from './$types';

/** The two ends are the two values of `of`. */
export const GET: RequestHandler = ({ locals, url }) =>
	answer(async () => {
		const { of } = fitting(lineParameters, { of: url.searchParams.getAll('of') });
		return lineDetails(locals.store, of[0], of[1]);
	});
