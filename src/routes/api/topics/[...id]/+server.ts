import { topicDetails } from '#lib/server/questions/topic-details.ts';
import { answer } from '#lib/server/answers/problem.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params }) =>
	answer(() => topicDetails(locals.store, params.id));
