import { answer } from '#lib/server/answers/problem.ts';
import { savedQueries } from '#lib/server/queries/saved-queries.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () => answer(() => Promise.resolve(savedQueries()));
