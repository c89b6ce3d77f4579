import type { Store } from './store.ts';

/** A store that cannot be opened, for pages that need none: whatever is asked of it fails as opening it did. */
export function absentStore(failure: unknown): Store {
	const fail = (): never => {
		throw failure;
	};
	const refuse = () => Promise.resolve().then(fail);
	return {
		url: '',
		access: { bolt: '', username: '', password: '', database: '' },
		read: refuse,
		write: refuse,
		lock: refuse,
		readingSession: fail,
		verify: refuse,
		close: () => Promise.resolve()
	};
}
