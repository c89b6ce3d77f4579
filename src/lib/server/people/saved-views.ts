import { savedViewSchema, type SavedView } from '#lib/domain/saved-view.ts';
import type { Store } from '#lib/server/store.ts';
import { peoplesThings, type PeoplesKind, type PeoplesThings } from './peoples-things.ts';

const kind: PeoplesKind<SavedView> = {
	label: 'SavedView',
	word: 'saved view',
	schema: savedViewSchema,
	nameOf: ({ name }) => name
};

/** The views that people kept in a store. */
export function savedViews(store: Store): PeoplesThings<SavedView> {
	return peoplesThings(store, kind);
}
