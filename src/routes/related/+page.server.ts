import { error } from '@sveltejs/kit';
import { asked } from '#lib/domain/constants/asked.ts';
import { namedNodes } from '#lib/server/questions/named-node.ts';
import { relatedToAll } from '#lib/server/questions/related-to-all.ts';
import { orPageError } from '#lib/server/answers/page-error.ts';
import type { PageServerLoad } from './$types';

const shown = 20;

export const load: PageServerLoad = ({ locals: { store }, url }) =>
	orPageError(async () => {
		const given = url.searchParams.getAll('papers');
		const { nodes, unknown } = await namedNodes(store, given.slice(0, asked.relatedTo), ['papers']);
		const refs = nodes.map(({ ref }) => ref);
		const answer = refs.length > 0 ? await relatedToAll(store, refs, shown) : null;
		return { papers: nodes, unknown, answer, beyond: Math.max(0, given.length - asked.relatedTo) };
	}, error);
