import { nextReadingParameters } from '#lib/domain/next-reading.ts';
import { parametersOf } from '#lib/domain/parameters.ts';
import { answer } from '#lib/server/answers/problem.ts';
import { unreadPapers } from '#lib/server/questions/unread-papers.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url }) =>
	answer(async () => unreadPapers(locals.store, parametersOf(nextReadingParameters, url).of));
