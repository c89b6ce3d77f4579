import type { Store } from '#lib/server/store.ts';

declare global {
	namespace App {
		interface Locals {
			/** The graph store, opened once for the life of the process. */
			store: Store;
		}
		interface Error {
			message: string;
			/** What to do about it, in one sentence. */
			advice?: string;
		}
	}
}
