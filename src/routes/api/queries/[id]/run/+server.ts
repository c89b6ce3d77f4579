import { orProblem } from '#lib/server/answers/problem.ts';
import { runQueryOf } from '#lib/server/queries/run-saved.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => orProblem(() => runQueryOf(event));
