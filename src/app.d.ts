import type { IncomingMessage } from 'node:http';
import type { Store } from '#lib/server/store.ts';

declare global {
	namespace App {
		interface Locals {
			/** The graph store, opened once for the life of the process. */
			store: Store;
			/** False when a link of another site led here: the page is shown, and runs nobody's text. */
			mayRun: boolean;
		}
		interface Error {
			message: string;
			/** What to do about it, in one sentence. */
			advice?: string;
		}
		interface Platform {
			/** Node's request, by adapter-node; there is no platform under `vite dev`. */
			req: IncomingMessage;
		}
	}
}
