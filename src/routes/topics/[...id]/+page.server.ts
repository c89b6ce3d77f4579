import { error } from '@sveltejs/kit';
import { topicDetails } from '#lib/server/questions/topic-details.ts';
import { orPageError } from '#lib/server/answers/page-error.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	orPageError(async () => ({ topic: await topicDetails(locals.store, params.id) }), error);
