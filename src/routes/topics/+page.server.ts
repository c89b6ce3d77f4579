import { error } from '@sveltejs/kit';
import { topicTree } from '#lib/server/questions/topic-tree.ts';
import { orPageError } from '#lib/server/answers/page-error.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	orPageError(async () => ({ topics: await topicTree(locals.store) }), error);
