import { error } from '@sveltejs/kit';
import { orPageError } from '#lib/server/answers/page-error.ts';
import { queryLibrary } from '#lib/server/queries/library.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	orPageError(async () => {
		const library = queryLibrary(locals.store);
		const [queries, deleted] = await Promise.all([library.list(), library.deleted()]);
		return { queries, deleted: deleted.map(({ id, name, changedAt }) => ({ id, name, changedAt })) };
	}, error);
