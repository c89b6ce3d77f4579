import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { decisionKey, decisionSentence } from '#lib/domain/decision.ts';
import { ThroughlineError } from '#lib/domain/errors.ts';
import { fitting, parametersOf } from '#lib/domain/parameters.ts';
import { orPageError } from '#lib/server/answers/page-error.ts';
import { statusOf } from '#lib/server/answers/problem.ts';
import { checkMayIngest, mayIngest } from '#lib/server/door/near.ts';
import { ingestJobs } from '#lib/server/ingest-jobs/ingest-jobs.ts';
import { decisionOfForm } from '#lib/server/people/decision-form.ts';
import { decisionsOf, lastOutcomes, sinceIngest } from '#lib/server/people/decisions.ts';
import { formsOfNamed } from '#lib/server/questions/forms-of-named.ts';
import { proposedMerges } from '#lib/server/questions/proposed-merges.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Proposals on one page. */
const perPage = 5;
const pageParameters = z.object({ from: z.coerce.number().int().min(0).max(1000).default(0) });
const which = z.object({ id: z.string(), revision: z.coerce.number().int() });

export const load: PageServerLoad = ({ locals, platform, url }) =>
	orPageError(async () => {
		// The name of an action stands in the address too, after a form without script.
		const asked = new URL(url);
		for (const name of [...asked.searchParams.keys()])
			if (name.startsWith('/')) asked.searchParams.delete(name);
		const { from } = parametersOf(pageParameters, asked);
		const { store } = locals;
		const [kept, outcomes] = await Promise.all([decisionsOf(store).list(), lastOutcomes(store)]);
		const waiting = await sinceIngest(store);
		const values = kept.map(({ value }) => value);
		const { proposals, total } = await proposedMerges(store, values, { from, limit: perPage });
		const decisions = kept.map(({ id, revision, changedAt, value }) => ({
			...{ id, revision, changedAt, note: value.note ?? '', sentence: decisionSentence(value) },
			// One that was made since has none yet.
			outcome: waiting.has(id) ? null : (outcomes.get(decisionKey(value)) ?? null)
		}));
		const mayApply = mayIngest(locals, platform?.req);
		return { proposals, total, from, next: from + perPage, decisions, waiting: waiting.size, mayApply };
	}, error);

/** What a form asked for, or why it was not done, told where the form is. */
async function done<Done extends object>(event: RequestEvent, work: (form: FormData) => Promise<Done>) {
	try {
		return await work(await event.request.formData());
	} catch (failure) {
		if (!(failure instanceof ThroughlineError)) throw failure;
		return fail(statusOf(failure), { message: failure.message, advice: failure.advice });
	}
}

export const actions: Actions = {
	decide: (event) =>
		done(event, async (form) => {
			const { store } = event.locals;
			const given = decisionOfForm(form);
			// What a person typed as another concept is kept by the forms of that one.
			const decision =
				'into' in given && given.into.length === 1
					? { ...given, into: await formsOfNamed(store, given.into[0] ?? '') }
					: given;
			const { id, revision, value } = await decisionsOf(store).keep(decision);
			return { what: 'kept', id, revision, sentence: decisionSentence(value) };
		}),
	remove: (event) =>
		done(event, async (form) => {
			const { id, revision } = fitting(which, Object.fromEntries(form));
			const removed = await decisionsOf(event.locals.store).remove(id, revision);
			return { what: 'undone', id, revision, sentence: decisionSentence(removed.value) };
		}),
	restore: (event) =>
		done(event, async (form) => {
			const { id } = fitting(which.pick({ id: true }), Object.fromEntries(form));
			const { revision, value } = await decisionsOf(event.locals.store).restore(id);
			return { what: 'kept', id, revision, sentence: decisionSentence(value) };
		}),
	apply: async (event) => {
		const outcome = await done(event, async () => {
			checkMayIngest(event.locals, event.platform?.req);
			return ingestJobs.again(event.locals.store.url);
		});
		if ('phase' in outcome) redirect(303, '/ingest');
		return outcome;
	}
};
