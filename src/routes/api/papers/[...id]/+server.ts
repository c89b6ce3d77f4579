import { paperDetails } from '#lib/server/questions/paper-details.ts';
import { answer } from '#lib/server/answers/problem.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params }) =>
	answer(() => paperDetails(locals.store, params.id));
