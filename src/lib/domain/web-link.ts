/**
 * An address that a page may link to: http or https, as it was given. Null for everything else, because what a source
 * calls an url may be a `javascript:` that a click would run.
 */
export function webLink(address: string | null): string | null {
	if (address === null || !URL.canParse(address)) return null;
	return ['http:', 'https:'].includes(new URL(address).protocol) ? address : null;
}
