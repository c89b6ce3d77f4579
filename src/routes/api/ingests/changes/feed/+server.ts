import { changeFeed } from '#lib/server/answers/ingest-feeds.ts';
import { orProblem } from '#lib/server/answers/problem.ts';
import type { RequestHandler } from './$types';

/** What changed between two ingests as an Atom feed, or as a JSON feed (`?format=json`). */
export const GET: RequestHandler = ({ locals, request, url }) =>
	orProblem(() => changeFeed({ store: locals.store, request, url }));
