import { orProblem } from '#lib/server/answers/problem.ts';
import { ingestJobs } from '#lib/server/ingest-jobs/ingest-jobs.ts';
import type { RequestHandler } from './$types';

/** Everything that the last ingest reported, as a file. */
export const GET: RequestHandler = () =>
	orProblem(() =>
		Promise.resolve(
			new Response(`${ingestJobs.report()}\n`, {
				headers: {
					'content-type': 'application/json',
					'content-disposition': 'attachment; filename="ingest-report.json"',
					'cache-control': 'no-store'
				}
			})
		)
	);
