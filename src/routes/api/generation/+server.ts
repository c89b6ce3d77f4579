import { answer } from '#lib/server/answers/problem.ts';
import { generation } from '#lib/server/questions/generation.ts';
import type { RequestHandler } from './$types';

/** Which generation readers see: open maps ask every two seconds. */
export const GET: RequestHandler = ({ locals }) =>
	answer(async () => ({ generation: await generation(locals.store) }), { 'cache-control': 'no-store' });
