import { error } from '@sveltejs/kit';
import { nodeRefSchema } from '#lib/domain/ids.ts';
import { shortestPaths } from '#lib/server/cypher/path.ts';
import { orPageError } from '#lib/server/page-error.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	orPageError(async () => {
		const from = url.searchParams.get('from') ?? '';
		const to = url.searchParams.get('to') ?? '';
		if (from === '' || to === '') return { from, to, answer: null };
		const answer = await shortestPaths(locals.store, nodeRefSchema.parse(from), nodeRefSchema.parse(to));
		return { from, to, answer };
	}, error);
