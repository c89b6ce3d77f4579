import { partParameters, uploadLimits } from '#lib/domain/ingest-job.ts';
import { fitting } from '#lib/domain/parameters.ts';
import { answer } from '#lib/server/answers/problem.ts';
import { readBytes } from '#lib/server/door/json-body.ts';
import { checkMayIngest } from '#lib/server/door/near.ts';
import { ingestJobs } from '#lib/server/ingest-jobs/ingest-jobs.ts';
import type { RequestHandler } from './$types';

/** A part of a file, of any type: a reader finds out what it is. */
export const PUT: RequestHandler = ({ locals, params, platform, request, url }) =>
	answer(async () => {
		checkMayIngest(locals, platform?.req);
		const { job, at } = fitting(partParameters, Object.fromEntries(url.searchParams));
		const part = await readBytes(request, uploadLimits.part);
		return ingestJobs.receive(job, Number(params.number), at, part);
	});
