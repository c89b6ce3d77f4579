import { version } from '#lib/domain/version.ts';
import { health } from '#lib/server/questions/health.ts';
import { answer } from '#lib/server/answers/problem.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals }) => answer(() => health(locals.store, version));
