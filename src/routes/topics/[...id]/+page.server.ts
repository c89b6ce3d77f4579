import { error } from '@sveltejs/kit';
import { topicDetails } from '#lib/server/cypher/topic-details.ts';
import { pageError } from '#lib/server/page-error.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	try {
		return { topic: await topicDetails(locals.store, params.id) };
	} catch (failure) {
		const known = pageError(failure);
		if (!known) throw failure;
		error(known.status, known.body);
	}
};
