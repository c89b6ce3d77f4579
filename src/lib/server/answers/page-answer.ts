import { ThroughlineError } from '#lib/domain/errors.ts';
import { isEmbedding } from '#lib/server/door/embedding.ts';
import { plainPage } from '#lib/server/door/plain-page.ts';
import { failureOfStatus } from './failure-of-status.ts';
import { statusOf } from './problem.ts';

/** What a page's address answers when the app cannot be asked. `isData`: the router of an open page asks, and shows it. */
export function refusedPage(error: unknown, isData: boolean): Response {
	if (!(error instanceof ThroughlineError)) console.error(error);
	const failure = error instanceof ThroughlineError ? error : failureOfStatus(500);
	const status = statusOf(failure);
	const { message, advice } = failure;
	return isData ? Response.json({ message, advice }, { status }) : plainPage(failure, status);
}

/** A page with what it must carry: whether a query ran depends on who asked, and the graph may have changed. */
export function pageAnswer(response: Response, url: URL): Response {
	const policy = response.headers.get('content-security-policy');
	if (policy && isEmbedding(url.href))
		response.headers.set(
			'content-security-policy',
			policy.replace("frame-ancestors 'none'", 'frame-ancestors *')
		);
	response.headers.append('vary', 'Sec-Fetch-Site');
	if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-cache');
	return response;
}
