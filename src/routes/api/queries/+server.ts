import { answer } from '#lib/server/problem.ts';
import { savedQueries } from '#lib/server/saved-queries.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () => answer(() => Promise.resolve(savedQueries()));
