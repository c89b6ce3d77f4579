/**
 * Whether an address asks for the map as other sites may frame it: `/?embed`, with any view beside. That page only shows
 * and what it leads to opens by itself, so that nothing can be had from a person by laying it under something else.
 */
export function isEmbedding(target: string): boolean {
	if (!URL.canParse(target, 'http://localhost')) return false;
	const { pathname, searchParams } = new URL(target, 'http://localhost');
	return pathname === '/' && searchParams.has('embed');
}
