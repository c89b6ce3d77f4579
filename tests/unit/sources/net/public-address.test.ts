import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { netAddressSchema } from '#lib/domain/net-sources.ts';
import { download } from '#lib/sources/net/download.ts';
import { isPublicAddress, publicLookup, type Resolve } from '#lib/sources/net/public-address.ts';

test.each([
	'127.0.0.1 127.9.9.9 10.0.0.1 10.255.255.255 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1',
	'100.100.100.200 0.0.0.0 0.1.2.3 192.0.0.192 198.18.0.1 203.0.113.9 224.0.0.1 239.1.1.1 240.0.0.1 255.255.255.255',
	':: ::1 [::1] ::ffff:127.0.0.1 ::ffff:7f00:1 ::ffff:10.0.0.1 ::127.0.0.1 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe',
	'2002:7f00:1:: 2001:0:53aa:64c::1 2001:db8::1 fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 febf::1 fec0::1 ff02::1',
	'localhost 0x7f.1 2130706433 nothing'
])('isPublicAddress is false for %s', (addresses) => {
	expect(addresses.split(' ').filter(isPublicAddress)).toEqual([]);
});

test('isPublicAddress is true for those beside them', () => {
	const addresses =
		'9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0 169.253.1.1 172.15.255.255 172.32.0.0 192.167.1.1 192.169.0.0 198.17.1.1 198.20.0.0 223.255.255.255 2600:9000::1 2a00:1450:4001::1';
	expect(addresses.split(' ').filter((address) => !isPublicAddress(address))).toEqual([]);
});

function looked(lookup: LookupFunction, all: boolean): Promise<unknown> {
	return new Promise((resolve) => {
		lookup('ponds.example', { all }, (failure, found) => {
			resolve(failure?.message ?? found);
		});
	});
}

test.each<[string, string[], unknown]>([
	['public ones are what is connected to', ['9.9.9.9', '2600:9000::1'], '9.9.9.9'],
	[
		'one local among public ones refuses the name',
		['9.9.9.9', '::1'],
		'ponds.example is an address of this machine or of its network'
	],
	['none refuses it too', [], 'ponds.example is an address of this machine or of its network']
])('publicLookup: %s', async (_, addresses, expected) => {
	const resolve: Resolve = () =>
		Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
	expect(await looked(publicLookup(resolve), false)).toEqual(expected);
	const all = typeof expected === 'string' && expected.startsWith('9') ? await resolve('') : expected;
	expect(await looked(publicLookup(resolve), true)).toEqual(all);
});

let folder: string;
let secret: ReturnType<typeof createServer>;
let port: number;
let asked: string[];

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'throughline-public-'));
	asked = [];
	secret = createServer(({ url = '' }, response) => {
		asked.push(url);
		const [, to] = /^\/to\?(.*)$/.exec(url) ?? [];
		if (to === undefined) response.end('the secret of this machine');
		else response.writeHead(302, { location: decodeURIComponent(to) }).end();
	});
	secret.listen(0, '127.0.0.1');
	await once(secret, 'listening');
	({ port } = secret.address() as AddressInfo);
});
afterEach(async () => {
	secret.closeAllConnections();
	secret.close();
	await rm(folder, { recursive: true });
});

function fetched(address: string, lookup: LookupFunction | null, trusted: string | null = null) {
	return download(new URL(address), join(folder, 'answer'), {
		...{ most: 1000, silence: 2000, whole: 2000, lookup, trusted, onHost: () => undefined }
	});
}

const refused = /is an address of this machine or of its network: it is not fetched$/;

test.each(['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1', '0177.0.0.1', 'localhost'])(
	'download of http://%s: nobody is asked',
	async (host) => {
		await expect(fetched(`http://${host}:${port}/`, publicLookup())).rejects.toThrow(refused);
		expect(asked).toEqual([]);
	}
);

test('download: an answer that leads to this machine is not followed, by number and by name', async () => {
	const here = `127.0.0.1:${port}`;
	for (const to of [`http://127.0.0.2:${port}/`, `http://localhost:${port}/`]) {
		const leading = `http://${here}/to?${encodeURIComponent(to)}`;
		// The first host is one that its owner named; what it leads on to is not.
		await expect(fetched(leading, publicLookup(), here)).rejects.toThrow(refused);
	}
	expect(asked).toHaveLength(2);
	await fetched(`http://${here}/`, publicLookup(), here);
	expect(await readFile(join(folder, 'answer'), 'utf8')).toBe('the secret of this machine');
});

test('download: a name that is public when it is looked at and local when it is asked reaches nobody here', async () => {
	let times = 0;
	const rebinding: Resolve = () => {
		times += 1;
		return Promise.resolve([{ address: times === 1 ? '9.9.9.9' : '127.0.0.1', family: 4 }]);
	};
	// What the connection is told to reach; it stops there, because nobody outside is asked by a test.
	const reached: unknown[] = [];
	const watched: LookupFunction = (host, options, callback) => {
		publicLookup(rebinding)(host, options, (failure, found) => {
			reached.push(failure?.message ?? found);
			callback(failure ?? new Error('stopped'), '', 4);
		});
	};
	await expect(fetched(`http://ponds.example:${port}/`, watched)).rejects.toThrow();
	expect(times).toBe(1);
	expect([reached].flat(3)).toEqual([{ address: '9.9.9.9', family: 4 }]);
	// Whoever asks for the name a second time finds this machine, and is refused.
	await expect(fetched(`http://ponds.example:${port}/`, watched)).rejects.toThrow(refused);
	expect(times).toBe(2);
	expect(asked).toEqual([]);
});

test.each([
	['arxiv:cat:cs.LG AND all:GRPO', true],
	['ARXIV: ponds', true],
	['doi:10.5555/pond.1', true],
	['https://example.org/library.bib?a=1', true],
	['http://example.org/library.bib', false],
	['https://example.org:8443/library.bib', false],
	['https://ann:reed@example.org/library.bib', false],
	['file:///etc/passwd', false],
	['--remove', false],
	['/etc/passwd', false],
	['arxiv:', false],
	['ftp://example.org/', false],
	['', false]
])('an address that the app takes: %j is %s', (text, expected) => {
	expect(netAddressSchema.safeParse(text).success).toBe(expected);
});
