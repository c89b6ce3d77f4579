import { error } from '@sveltejs/kit';
import { NotFoundError } from '#lib/domain/errors.ts';
import { namedNode } from '#lib/server/cypher/named-node.ts';
import { shortestPaths } from '#lib/server/cypher/path.ts';
import { orPageError } from '#lib/server/answers/page-error.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	orPageError(async () => {
		const from = url.searchParams.get('from') ?? '';
		const to = url.searchParams.get('to') ?? '';
		const nothing = { from, to, answer: null, problem: null };
		try {
			const find = async (text: string) =>
				text === '' ? null : namedNode(locals.store, text, ['concepts', 'papers']);
			const [first, last] = [await find(from), await find(to)];
			const named = { ...nothing, from: first?.name ?? '', to: last?.name ?? '' };
			if (!first || !last) return named;
			return { ...named, answer: await shortestPaths(locals.store, first.ref, last.ref) };
		} catch (failure) {
			if (failure instanceof NotFoundError) return { ...nothing, problem: failure.message };
			throw failure;
		}
	}, error);
