import { error } from '@sveltejs/kit';
import { orPageError } from '#lib/server/answers/page-error.ts';
import { liveSchema } from '#lib/server/questions/live-schema.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	orPageError(async () => ({ schema: await liveSchema(locals.store) }), error);
