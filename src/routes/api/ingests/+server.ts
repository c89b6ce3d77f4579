import { ingestListParameters } from '#lib/domain/history/ingest-changes.ts';
import { parametersOf } from '#lib/domain/parameters.ts';
import { answer } from '#lib/server/answers/problem.ts';
import { ingests } from '#lib/server/questions/ingests.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url }) =>
	answer(async () => ingests(locals.store, parametersOf(ingestListParameters, url).page));
