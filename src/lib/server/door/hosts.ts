import { UsageError } from '#lib/domain/errors.ts';

/** A host as requests name it, in lower case, IPv6 in brackets; the port is null where none is given. */
export interface Authority {
	name: string;
	port: number | null;
}

/** Where a connection came in: the server's own end of it. Undefined for a socket that has no address. */
export interface LocalEnd {
	localAddress?: string | undefined;
	localPort?: number | undefined;
}

/** `EXAMPLE.org:8080` as `{ name: 'example.org', port: 8080 }`; null for what names no host. */
export function authorityOf(text: string): Authority | null {
	const [, name, port] = /^(\[[\da-f:.]+\]|[\w.-]+)(?::(\d{1,5}))?$/.exec(text.toLowerCase()) ?? [];
	return name === undefined ? null : { name, port: port === undefined ? null : Number(port) };
}

/** The value of THROUGHLINE_HOSTS, `host` or `host:port` between commas, parsed. Throws UsageError. */
export function listedHosts(text = ''): Authority[] {
	return text
		.split(',')
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '')
		.map((entry) => {
			const authority = authorityOf(entry);
			if (authority) return authority;
			throw new UsageError(
				`THROUGHLINE_HOSTS holds "${entry}", which is no host.`,
				'Give names between commas, with a port where it matters: maps.example.org,pond:8080.'
			);
		});
}

/** `::ffff:127.0.0.1` as `127.0.0.1`, `::1` as `[::1]`, without the zone of a link-local address. */
function nameOfAddress(address: string): string {
	const plain = address
		.toLowerCase()
		.replace(/%.*$/, '')
		.replace(/^::ffff:(?=[\d.]+$)/, '');
	return plain.includes(':') ? `[${plain}]` : plain;
}

function ownNames(address: string): string[] {
	const name = nameOfAddress(address);
	const isLoopback = name === '[::1]' || /^127\.[\d.]+$/.test(name);
	return isLoopback ? [name, '127.0.0.1', 'localhost', '[::1]'] : [name];
}

/**
 * Whether a request that names `host` is for this server: the address and the port that its connection came in by
 * (for loopback by any of its three names), or a listed host. A name that somebody else points here (DNS rebinding)
 * is neither.
 */
export function isOurHost(host: Authority, end: LocalEnd, listed: readonly Authority[]): boolean {
	const isListed = listed.some(
		({ name, port }) =>
			name === host.name &&
			(port === null || port === host.port || (host.port === null && [80, 443].includes(port)))
	);
	if (isListed) return true;
	if (end.localAddress === undefined) return false;
	return ownNames(end.localAddress).includes(host.name) && (host.port ?? 80) === end.localPort;
}
