import { answer } from '#lib/server/answers/problem.ts';
import { runQueryChoices } from '#lib/server/queries/query-choices.ts';
import type { RequestHandler } from './$types';

/** What there is to choose for a parameter (`?parameter=`), by the values of the others. */
export const GET: RequestHandler = (event) => answer(() => runQueryChoices(event));
