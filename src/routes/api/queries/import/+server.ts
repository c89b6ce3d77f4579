import { answer } from '#lib/server/answers/problem.ts';
import { readJson } from '#lib/server/door/json-body.ts';
import { queryLibrary } from '#lib/server/queries/library.ts';
import { importPreview } from '#lib/server/queries/query-files.ts';
import type { RequestHandler } from './$types';

/** What a file of queries holds, checked; nothing of it is kept: a person looks at it, and takes what they want. */
export const POST: RequestHandler = ({ locals, request }) =>
	answer(async () => importPreview(await readJson(request), await queryLibrary(locals.store).list()));
