import { error } from '@sveltejs/kit';
import { changeParameters } from '#lib/domain/history/ingest-changes.ts';
import { parametersOf } from '#lib/domain/parameters.ts';
import { mostOnly } from '#lib/domain/view.ts';
import { orPageError } from '#lib/server/answers/page-error.ts';
import { ingestChanges } from '#lib/server/questions/ingest-changes.ts';
import { ingestPoints } from '#lib/server/questions/ingest-points.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	orPageError(async () => {
		const asked = parametersOf(changeParameters, url);
		// Of all parts together as many rows as a picture of them takes.
		const limit = asked.part === '' ? mostOnly : asked.limit;
		const [changes, points] = await Promise.all([
			ingestChanges(locals.store, { ...asked, limit }),
			ingestPoints(locals.store)
		]);
		return { asked, changes, points };
	}, error);
