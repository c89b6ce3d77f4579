import { decisionSchema, type Decision } from '#lib/domain/decision.ts';
import type { Store } from '#lib/server/store.ts';
import { peoplesThings, type PeoplesKind, type PeoplesThings } from './peoples-things.ts';

const kind: PeoplesKind<Decision> = {
	label: 'Decision',
	word: 'decision',
	schema: decisionSchema,
	nameOf: ({ what, form }) => `${what} ${form}`
};

/** What people decided about the concepts of a store. */
export function decisions(store: Store): PeoplesThings<Decision> {
	return peoplesThings(store, kind);
}
