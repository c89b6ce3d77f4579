import type { IncomingMessage } from 'node:http';
import type { Role } from '#lib/server/sign-in/roles.ts';
import type { SignIn } from '#lib/server/sign-in/sign-in.ts';
import type { Store } from '#lib/server/store.ts';

declare global {
	namespace App {
		interface Locals {
			/** The graph store, opened once for the life of the process. */
			store: Store;
			/** False when a link of another site led here: the page is shown, and runs nobody's text. */
			mayRun: boolean;
			/** What whoever asks may do; null for somebody who is not signed in, on an open page. */
			role: Role | null;
			/** Who may come in: one for the life of the process. */
			signIn: SignIn;
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
