import { beginJobSchema } from '#lib/domain/ingest-job.ts';
import { fitting } from '#lib/domain/parameters.ts';
import { answer } from '#lib/server/answers/problem.ts';
import { readJson } from '#lib/server/door/json-body.ts';
import { checkMayIngest } from '#lib/server/door/near.ts';
import { ingestJobs } from '#lib/server/ingest-jobs/ingest-jobs.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () => answer(() => Promise.resolve(ingestJobs.current()));

export const POST: RequestHandler = ({ locals, platform, request }) =>
	answer(async () => {
		checkMayIngest(locals, platform?.req);
		const { files, library } = fitting(beginJobSchema, await readJson(request));
		return ingestJobs.begin(files, locals.store.url, library);
	});
