import { orProblem } from '#lib/server/answers/problem.ts';
import { ingestJobs } from '#lib/server/ingest-jobs/ingest-jobs.ts';
import { jobEvents } from '#lib/server/ingest-jobs/job-events.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () =>
	orProblem(() =>
		Promise.resolve(
			new Response(jobEvents(ingestJobs), {
				// Proxies pass each event on at once.
				headers: {
					'content-type': 'text/event-stream',
					'cache-control': 'no-store',
					'x-accel-buffering': 'no'
				}
			})
		)
	);
