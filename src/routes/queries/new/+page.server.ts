import { error } from '@sveltejs/kit';
import { queryLimits, type QueryDraft } from '#lib/domain/saved-query.ts';
import { orPageError } from '#lib/server/answers/page-error.ts';
import { draftOf } from '#lib/server/queries/query-files.ts';
import { queryLibrary } from '#lib/server/queries/library.ts';
import type { PageServerLoad } from './$types';

/** A draft to begin with: a copy of another query, the text of the console, or nothing. */
export const load: PageServerLoad = ({ locals, url }) =>
	orPageError(async () => {
		const from = url.searchParams.get('from');
		const cypher = (url.searchParams.get('cypher') ?? '').slice(0, queryLimits.cypherLength);
		const empty: QueryDraft = { name: '', description: '', cypher, parameters: [], view: 'table' };
		if (from === null) return { draft: empty };
		const draft = draftOf(await queryLibrary(locals.store).find(from));
		return { draft: { ...draft, name: `${draft.name} (copy)`.slice(0, 120) } };
	}, error);
