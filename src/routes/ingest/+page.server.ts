import { error } from '@sveltejs/kit';
import { version } from '#lib/domain/version.ts';
import { health } from '#lib/server/cypher/health.ts';
import { ingests } from '#lib/server/cypher/ingests.ts';
import { orPageError } from '#lib/server/answers/page-error.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	orPageError(async () => {
		const [held, past] = await Promise.all([health(locals.store, version), ingests(locals.store)]);
		return { held, past };
	}, error);
