import { changeParameters } from '#lib/domain/history/ingest-changes.ts';
import { parametersOf } from '#lib/domain/parameters.ts';
import { answer } from '#lib/server/answers/problem.ts';
import { ingestChanges } from '#lib/server/questions/ingest-changes.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url }) =>
	answer(async () => ingestChanges(locals.store, parametersOf(changeParameters, url)));
