import { error, fail } from '@sveltejs/kit';
import { splitRef } from '#lib/domain/ids.ts';
import { readWeights } from '#lib/domain/score-weights.ts';
import { markByForm } from '#lib/server/answers/mark-form.ts';
import { orPageError } from '#lib/server/answers/page-error.ts';
import { marksOf, marksOfPaper } from '#lib/server/people/library-entries.ts';
import { paperDetails } from '#lib/server/questions/paper-details.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
	orPageError(async () => {
		const paper = await paperDetails(locals.store, params.id);
		const shown = [...paper.related.map((related) => related.paper), ...paper.cites, ...paper.citedBy];
		const [mine, marks] = await Promise.all([
			marksOfPaper(locals.store, params.id),
			marksOf(
				locals.store,
				shown.map(({ ref }) => splitRef(ref).id)
			)
		]);
		return { paper, mine, marks, weights: readWeights(url.searchParams.get('w') ?? '') };
	}, error);

export const actions: Actions = {
	mark: async ({ locals, request }) => {
		const outcome = await markByForm(locals.store, await request.formData());
		return outcome.refused ? fail(outcome.refused.status, outcome) : outcome;
	}
};
