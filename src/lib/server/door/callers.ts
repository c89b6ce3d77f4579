import { isEmbedding } from './embedding.ts';

/**
 * Who asks. `own`: this site, the address bar, or a program. `link`: another site sent a person here, who may see
 * the page, and nothing runs. `foreign`: another site's page asks by itself.
 */
export type Caller = 'own' | 'link' | 'foreign';

interface Asked {
	method: string;
	url: string;
	headers: Pick<Headers, 'get'>;
}

/** Whether the site of an `Origin` or a `Referer` is ours; `null` and what is no address are not. */
function isFromUs(address: string, isOurs: (authority: string) => boolean): boolean {
	return URL.canParse(address) && isOurs(new URL(address).host);
}

/**
 * Who asks, by what browsers tell of it and pages cannot forge (Fetch Metadata, https://www.w3.org/TR/fetch-metadata/).
 * Browsers leave that out where the server is neither loopback nor https; there Origin and Referer tell.
 */
export function callerOf({ method, url, headers }: Asked, isOurs: (authority: string) => boolean): Caller {
	const isReading = method === 'GET' || method === 'HEAD';
	const site = headers.get('sec-fetch-site');
	if (site === 'same-origin' || site === 'none') return 'own';
	if (site !== null) {
		const place = headers.get('sec-fetch-dest');
		const isShown = place === 'document' || (place === 'iframe' && isEmbedding(url));
		return isReading && isShown && headers.get('sec-fetch-mode') === 'navigate' ? 'link' : 'foreign';
	}
	const origin = headers.get('origin');
	if (origin !== null && !isFromUs(origin, isOurs)) return 'foreign';
	const referer = headers.get('referer');
	if (referer === null || isFromUs(referer, isOurs)) return 'own';
	return isReading ? 'link' : 'foreign';
}
