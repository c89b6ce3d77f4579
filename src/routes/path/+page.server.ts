import { error } from '@sveltejs/kit';
import { asked } from '#lib/domain/constants/asked.ts';
import { NotFoundError } from '#lib/domain/errors.ts';
import { namedNode, namedNodes } from '#lib/server/questions/named-node.ts';
import { bestPaths } from '#lib/server/questions/path.ts';
import { orPageError } from '#lib/server/answers/page-error.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { store }, url }) =>
	orPageError(async () => {
		const from = url.searchParams.get('from') ?? '';
		const to = url.searchParams.get('to') ?? '';
		const avoided = url.searchParams.getAll('avoid').slice(0, asked.avoided);
		const { nodes: avoid, unknown } = await namedNodes(store, avoided, ['concepts', 'papers']);
		const given = { from, to, avoid, unknown, answer: null, problem: null };
		try {
			const find = async (text: string) =>
				text === '' ? null : namedNode(store, text, ['concepts', 'papers']);
			const [first, last] = [await find(from), await find(to)];
			const named = { ...given, from: first?.name ?? '', to: last?.name ?? '' };
			if (!first || !last) return named;
			const question = { from: first.ref, to: last.ref, avoid: avoid.map(({ ref }) => ref) };
			return { ...named, answer: await bestPaths(store, { ...question, ways: asked.paths.usual }) };
		} catch (failure) {
			if (failure instanceof NotFoundError) return { ...given, problem: failure.message };
			throw failure;
		}
	}, error);
