/** Where a person wanted to go before signing in: a path of this site, else the map. No other site is ever led to. */
export function ownPath(asked: string | null): string {
	const base = 'http://own.invalid';
	if (!asked?.startsWith('/') || !URL.canParse(asked, base)) return '/';
	const { origin, pathname, search } = new URL(asked, base);
	const path = pathname + search;
	return origin === base && !path.startsWith('//') && pathname !== '/login' ? path : '/';
}
