/**
 * The password that a script sends: `Authorization: Bearer PASSWORD`, or Basic with any name (`curl -u :PASSWORD`).
 * Null where there is none.
 */
export function headerPassword(authorization: string | null): string | null {
	const [, scheme = '', value = ''] = /^(bearer|basic) +(\S.*)$/i.exec(authorization ?? '') ?? [];
	if (scheme.toLowerCase() === 'bearer') return value.trim();
	if (scheme.toLowerCase() !== 'basic') return null;
	const pair = Buffer.from(value, 'base64').toString('utf8');
	const colon = pair.indexOf(':');
	return colon < 0 ? null : pair.slice(colon + 1);
}
