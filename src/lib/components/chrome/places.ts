/** The main pages, in the order of the top bar; the phone's tab bar leaves out what has no icon. */
export const places = [
	{ href: '/', name: 'Map', tab: true },
	{ href: '/papers', name: 'Papers', tab: true },
	{ href: '/concepts', name: 'Concepts', tab: true },
	{ href: '/topics', name: 'Topics', tab: false },
	{ href: '/path', name: 'Path', tab: false },
	{ href: '/views', name: 'Views', tab: false },
	{ href: '/library', name: 'Library', tab: true },
	{ href: '/queries', name: 'Queries', tab: true }
] as const;

/** True on a place's own page and on the pages below it. */
export function isCurrent(href: string, pathname: string): boolean {
	return href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`);
}
