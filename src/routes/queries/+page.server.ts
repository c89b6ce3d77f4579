import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { nodeRefSchema, splitRef } from '#lib/domain/ids.ts';
import { parametersOf } from '#lib/domain/parameters.ts';
import { queryLimits } from '#lib/domain/saved-query.ts';
import { startedWith } from '#lib/domain/started-query.ts';
import { orPageError } from '#lib/server/answers/page-error.ts';
import { queryLibrary } from '#lib/server/queries/library.ts';
import { namedNode } from '#lib/server/questions/named-node.ts';
import type { PageServerLoad } from './$types';

const askedSchema = z.object({
	about: z
		.array(nodeRefSchema)
		.max(queryLimits.values)
		.default([])
		.describe('nodes that a query shall be asked about')
});

export const load: PageServerLoad = ({ locals, url }) =>
	orPageError(async () => {
		const { about } = parametersOf(askedSchema, url);
		const library = queryLibrary(locals.store);
		const [queries, deleted] = await Promise.all([library.list(), library.deleted()]);
		const nodes = await Promise.all(
			about.map((ref) => namedNode(locals.store, ref, [splitRef(ref).collection]))
		);
		const refs = nodes.map(({ ref }) => ref);
		const started = queries.flatMap((query) => {
			const words = startedWith(query, refs);
			const { id, name, description } = query;
			return words ? [{ name, description, href: `/queries/${id}?${words.toString()}` }] : [];
		});
		return {
			about: nodes.map(({ name }) => name),
			started,
			queries,
			deleted: deleted.map(({ id, name, changedAt }) => ({ id, name, changedAt }))
		};
	}, error);
