import { ingestFeed } from '#lib/server/answers/ingest-feeds.ts';
import { orProblem } from '#lib/server/answers/problem.ts';
import type { RequestHandler } from './$types';

/** The ingests as an Atom feed, or as a JSON feed (`?format=json`). */
export const GET: RequestHandler = ({ locals, request, url }) =>
	orProblem(() => ingestFeed({ store: locals.store, request, url }));
