import { error, fail } from '@sveltejs/kit';
import { z } from 'zod';
import { libraryParameters } from '#lib/domain/library-entry.ts';
import { fitting } from '#lib/domain/parameters.ts';
import { markByForm } from '#lib/server/answers/mark-form.ts';
import { orPageError } from '#lib/server/answers/page-error.ts';
import { fittingRows, markedLibrary } from '#lib/server/people/library-list.ts';
import type { Actions, PageServerLoad } from './$types';

/** Entries of a page: as many as of the list of papers that a person looks through. */
const atOnce = 50;
const parameters = libraryParameters.extend({ page: z.coerce.number().int().min(1).default(1) });

export const load: PageServerLoad = ({ locals, url }) =>
	orPageError(async () => {
		const list = fitting(parameters, Object.fromEntries(url.searchParams));
		const rows = await markedLibrary(locals.store);
		const counts = {
			'': rows.length,
			'to-read': rows.filter(({ entry }) => entry.value.state === 'to-read').length,
			read: rows.filter(({ entry }) => entry.value.state === 'read').length,
			starred: rows.filter(({ entry }) => entry.value.starred).length
		};
		const found = fittingRows(rows, list);
		const pages = Math.max(1, Math.ceil(found.length / atOnce));
		const page = Math.min(list.page, pages);
		const entries = found
			.slice((page - 1) * atOnce, page * atOnce)
			.map(({ entry: { id, revision, changedAt, value }, paper }) => ({
				...{ id, changedAt, paper, title: value.title, libraries: value.libraries },
				marks: { state: value.state, starred: value.starred, note: value.note, revision }
			}));
		return { list, counts, entries, total: found.length, page, pages };
	}, error);

export const actions: Actions = {
	mark: async ({ locals, request }) => {
		const outcome = await markByForm(locals.store, await request.formData());
		return outcome.refused ? fail(outcome.refused.status, outcome) : outcome;
	}
};
