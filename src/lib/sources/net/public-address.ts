import { lookup as systemLookup } from 'node:dns/promises';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/**
 * Addresses that belong to no machine of the public net, by the registries of special addresses (RFC 6890 and what
 * followed it): this machine, private networks, links (the metadata of clouds among them), tests, multicast, and the
 * forms of IPv6 in which an address of IPv4 is hidden, where a translator in between would reach it.
 */
const special: [net: string, bits: number][] = [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	['192.88.99.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
	['224.0.0.0', 4],
	['240.0.0.0', 4],
	['::', 96],
	['::ffff:0:0', 96],
	['::ffff:0:0:0', 96],
	['64:ff9b::', 96],
	['64:ff9b:1::', 48],
	['100::', 64],
	['2001::', 23],
	['2001:db8::', 32],
	['2002::', 16],
	['3fff::', 20],
	['5f00::', 16],
	['fc00::', 7],
	['fe80::', 10],
	['fec0::', 10],
	['ff00::', 8]
];

/** One list a family: in a common one an address of IPv4 is also looked for among the forms of IPv6 that hide one. */
const blocked = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [net, bits] of special) {
	const family = net.includes(':') ? 'ipv6' : 'ipv4';
	blocked[family].addSubnet(net, bits, family);
}

/** Whether an address of IPv4 or IPv6, as text, is one of the public net. False for what is no address. */
export function isPublicAddress(text: string): boolean {
	const plain = text.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
	const version = isIP(plain);
	if (version === 0) return false;
	const family = version === 6 ? 'ipv6' : 'ipv4';
	return !blocked[family].check(plain, family);
}

/** A name leads into the local network, or to this machine. */
export class LocalAddressError extends Error {
	constructor(readonly host: string) {
		super(`${host} is an address of this machine or of its network`);
	}
}

/** Asks for all addresses of a name. */
export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>;

const systemResolve: Resolve = (host) => systemLookup(host, { all: true });

/**
 * How a connection finds the address of a name when only public ones may be reached: the name is asked for once, and the
 * connection is made to the address that was looked at. A name of which one address is local is refused whole.
 */
export function publicLookup(resolve: Resolve = systemResolve): LookupFunction {
	return (host, options, callback) => {
		resolve(host).then(
			(found) => {
				const [first] = found;
				if (!first || !found.every(({ address }) => isPublicAddress(address)))
					callback(new LocalAddressError(host), '', 4);
				else if (options.all === true) callback(null, found);
				else callback(null, first.address, first.family);
			},
			(cause: unknown) => {
				callback(cause instanceof Error ? cause : new Error(String(cause)), '', 4);
			}
		);
	};
}

/** Throws LocalAddressError where the host of an address is written as a number that is not public: nobody looks it up then. */
export function checkLiteral({ hostname }: URL): void {
	const plain = hostname.replace(/^\[|\]$/g, '');
	if (isIP(plain) !== 0 && !isPublicAddress(plain)) throw new LocalAddressError(plain);
}
