import { paperListParameters, parametersOf } from '#lib/domain/parameters.ts';
import { splitRef } from '#lib/domain/ids.ts';
import { marksOf } from '#lib/server/people/library-entries.ts';
import { listPapers } from '#lib/server/questions/lists.ts';
import { overview } from '#lib/server/questions/overview.ts';
import { nearMatches } from '#lib/server/questions/search.ts';
import { orPageError } from '#lib/server/answers/page-error.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	orPageError(async () => {
		const list = parametersOf(paperListParameters, url);
		const [papers, sums] = await Promise.all([listPapers(locals.store, list), overview(locals.store)]);
		const isMissed = papers.total === 0 && list.q !== '';
		const near = isMissed ? await nearMatches(locals.store, list.q) : [];
		const marks = await marksOf(
			locals.store,
			papers.items.map(({ ref }) => splitRef(ref).id)
		);
		const { topics, papers: held } = sums;
		return {
			list,
			papers,
			marks,
			topics,
			isEmpty: held === 0,
			near: near.filter(({ kind }) => kind === 'paper')
		};
	}, error);
