import { BadRequestError, MethodNotAllowedError, NotFoundError } from '#lib/domain/errors.ts';
import { policyOfApi } from '#lib/server/door/constants.ts';
import { decodedPath } from '#lib/server/door/paths.ts';
import { failureOfStatus } from './failure-of-status.ts';
import { problem } from './problem.ts';

/** Refuses an address under /api that is not there. `route`: SvelteKit's id of it, null for none. Throws. */
export function checkApiAddress(path: string, route: string | null): void {
	if (decodedPath(path) === null)
		throw new BadRequestError('The address holds a broken % escape.', 'Write a % in an id as %25.');
	if (route === null)
		throw new NotFoundError(
			`There is nothing at ${path.slice(0, 100)}.`,
			'/api/openapi.json describes every address.'
		);
}

/**
 * What SvelteKit answers by itself under /api, as problem details: a method that a route does not take, and whatever
 * else it refuses. OPTIONS is answered with the methods.
 */
function inOurWords(response: Response, method: string): Response {
	const isOurs = response.headers.get('content-type') === 'application/problem+json';
	if (response.status < 400 || isOurs) return response;
	if (response.status !== 405) return problem(failureOfStatus(response.status));
	const allow = [...(response.headers.get('allow')?.split(', ') ?? []), 'OPTIONS'].join(', ');
	if (method === 'OPTIONS') return new Response(null, { status: 204, headers: { allow } });
	return problem(
		new MethodNotAllowedError(`This address does not take ${method}.`, `It takes ${allow}.`, allow)
	);
}

/** An answer under /api with everything that it must carry. Nothing of it is kept without asking again. */
export function apiAnswer(response: Response, method: string): Response {
	const answered = inOurWords(response, method);
	answered.headers.set('content-security-policy', policyOfApi);
	answered.headers.append('vary', 'Sec-Fetch-Site');
	if (!answered.headers.has('cache-control')) answered.headers.set('cache-control', 'private, no-cache');
	return answered;
}
