import { orProblem } from '#lib/server/answers/problem.ts';
import { runQueryFeed } from '#lib/server/queries/query-feed.ts';
import type { RequestHandler } from './$types';

/** The rows of a query as an Atom feed, or as a JSON feed (`?format=json`). */
export const GET: RequestHandler = (event) => orProblem(() => runQueryFeed(event));
