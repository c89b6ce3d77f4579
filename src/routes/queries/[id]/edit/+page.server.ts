import { error, redirect } from '@sveltejs/kit';
import { orPageError } from '#lib/server/answers/page-error.ts';
import { draftOf } from '#lib/server/queries/query-files.ts';
import { queryLibrary } from '#lib/server/queries/library.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await orPageError(() => queryLibrary(locals.store).find(params.id), error);
	// What came with Throughline stays as it is: a copy can be changed.
	if (found.revision === null) redirect(307, `/queries/new?from=${found.id}`);
	return { of: { id: found.id, revision: found.revision }, draft: draftOf(found) };
};
