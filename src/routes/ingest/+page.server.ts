import { error } from '@sveltejs/kit';
import { ingestListParameters } from '#lib/domain/history/ingest-changes.ts';
import { parametersOf } from '#lib/domain/parameters.ts';
import { version } from '#lib/domain/version.ts';
import { health } from '#lib/server/questions/health.ts';
import { ingests } from '#lib/server/questions/ingests.ts';
import { mayIngest } from '#lib/server/door/near.ts';
import { ingestJobs } from '#lib/server/ingest-jobs/ingest-jobs.ts';
import { drawnPapers } from '#lib/server/publishing/stored-map.ts';
import { orPageError } from '#lib/server/answers/page-error.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, platform, url }) =>
	orPageError(async () => {
		const { store } = locals;
		const [held, past, drawn] = await Promise.all([
			health(store, version),
			ingests(store, parametersOf(ingestListParameters, url).page),
			drawnPapers(store)
		]);
		return { held, past, drawn, job: ingestJobs.current(), mayAdd: mayIngest(locals, platform?.req) };
	}, error);
