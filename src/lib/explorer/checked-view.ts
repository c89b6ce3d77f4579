import type { View } from '#lib/domain/view.ts';
import { urlOfView, viewOfUrl } from './view-url.ts';

/** Values of a parameter, each entry of a list by itself; what is empty, and the whole corpus, say nothing. */
function told(parameters: URLSearchParams, name: string): string[] {
	return parameters
		.getAll(name)
		.flatMap((value) => value.split(','))
		.filter((value) => value !== '' && !(name === 'scope' && value === 'corpus'));
}

/**
 * The view that parameters hold, and the names of those that could not be read. A page shows what is left of a broken
 * link; who exports would not notice that a file holds something else.
 */
export function checkedView(parameters: URLSearchParams): { view: View; unread: string[] } {
	const view = viewOfUrl(parameters);
	const kept = new URLSearchParams(urlOfView(view).slice(2));
	const unread = [...new Set(parameters.keys())].filter(
		(name) => told(parameters, name).length !== told(kept, name).length
	);
	return { view, unread };
}

/**
 * The parameters of a view's address, however much of it is given: `http://localhost:3000/?scope=topics/x`,
 * `/?scope=topics/x`, `?scope=topics/x` or `/`.
 */
export function parametersOfAddress(address: string): URLSearchParams {
	return new URL(address, 'http://localhost/').searchParams;
}
