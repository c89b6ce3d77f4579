import { error, fail } from '@sveltejs/kit';
import { z } from 'zod';
import { ThroughlineError } from '#lib/domain/errors.ts';
import { fitting } from '#lib/domain/parameters.ts';
import type { SavedView } from '#lib/domain/saved-view.ts';
import { checkedView, parametersOfAddress } from '#lib/explorer/checked-view.ts';
import { urlOfView } from '#lib/explorer/view-url.ts';
import { orPageError } from '#lib/server/answers/page-error.ts';
import { statusOf } from '#lib/server/answers/problem.ts';
import type { Kept } from '#lib/server/people/peoples-things.ts';
import { savedViews } from '#lib/server/people/saved-views.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** What a form of this page sends: each field as text. */
const fields = z.object({ name: z.string(), note: z.string().default(''), address: z.string() });
const which = z.object({ id: z.string(), revision: z.coerce.number().int() });

/** An address as the map itself writes it: nothing but a view is kept of it. */
function addressOf(given: string): string {
	return urlOfView(checkedView(parametersOfAddress(given)).view);
}

function viewOf(form: Record<string, unknown>): SavedView {
	const { name, note, address } = fitting(fields, form);
	return { name, note, address: addressOf(address) };
}

/** What a form asked for, or why it was not done, told where the form is. */
async function done(
	event: RequestEvent,
	what: string,
	work: (form: Record<string, unknown>) => Promise<Kept<SavedView>>
) {
	try {
		const form = Object.fromEntries(await event.request.formData());
		const { id, value } = await work(form);
		return { what, id, name: value.name };
	} catch (failure) {
		if (!(failure instanceof ThroughlineError)) throw failure;
		return fail(statusOf(failure), { message: failure.message, advice: failure.advice });
	}
}

export const load: PageServerLoad = ({ locals, url }) =>
	orPageError(async () => {
		const kept = await savedViews(locals.store).list();
		const views = kept
			.map(({ id, revision, changedAt, value }) => ({ id, revision, changedAt, ...value }))
			.sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
		const wanted = url.searchParams.get('address');
		const draft =
			wanted === null ? null : { name: url.searchParams.get('name') ?? '', address: addressOf(wanted) };
		return { views, draft };
	}, error);

export const actions: Actions = {
	save: (event) => done(event, 'saved', (form) => savedViews(event.locals.store).create(viewOf(form))),
	change: (event) =>
		done(event, 'changed', (form) => {
			const { id, revision } = fitting(which, form);
			return savedViews(event.locals.store).change(id, revision, viewOf(form));
		}),
	remove: (event) =>
		done(event, 'deleted', (form) => {
			const { id, revision } = fitting(which, form);
			return savedViews(event.locals.store).remove(id, revision);
		}),
	restore: (event) =>
		done(event, 'back', (form) =>
			savedViews(event.locals.store).restore(fitting(which.pick({ id: true }), form).id)
		)
};
