import { answer } from '#lib/server/answers/problem.ts';
import { liveSchema } from '#lib/server/questions/live-schema.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals }) => answer(() => liveSchema(locals.store));
