import { describe, expect, test } from 'vitest';
import { UsageError } from '#lib/domain/errors.ts';
import { authorityOf, isOurHost, listedHosts } from '#lib/server/door/hosts.ts';

describe('authorityOf', () => {
	test.each([
		['127.0.0.1:3000', { name: '127.0.0.1', port: 3000 }],
		['LocalHost', { name: 'localhost', port: null }],
		['[::1]:3000', { name: '[::1]', port: 3000 }],
		['', null],
		['127.0.0.1:3000@evil.example', null],
		['::1', null],
		['pond.example:', null],
		['pond.example:123456', null],
		['<b>', null],
		['pond.example, pond.example', null]
	])('%s', (text, expected) => {
		expect(authorityOf(text)).toEqual(expected);
	});
});

describe('listedHosts', () => {
	test('names between commas, with or without a port', () => {
		expect(listedHosts(' Maps.Example.org , pond:8080,')).toEqual([
			{ name: 'maps.example.org', port: null },
			{ name: 'pond', port: 8080 }
		]);
		expect(listedHosts(undefined)).toEqual([]);
	});
	test.each(['http://pond', 'pond/', '*', 'a b'])('refuses %s', (text) => {
		expect(() => listedHosts(`ok,${text}`)).toThrow(UsageError);
	});
});

const loopback = { localAddress: '127.0.0.1', localPort: 3000 };
const mapped = { localAddress: '::ffff:127.0.0.1', localPort: 3000 };
const inLan = { localAddress: '192.168.7.4', localPort: 3000 };
const inLan6 = { localAddress: 'fe80::1%eth0', localPort: 3000 };
const onPort80 = { localAddress: '127.0.0.1', localPort: 80 };

describe('isOurHost', () => {
	test.each([
		['127.0.0.1:3000', loopback, true],
		['localhost:3000', loopback, true],
		['[::1]:3000', loopback, true],
		['localhost:3000', mapped, true],
		['localhost', onPort80, true],
		['192.168.7.4:3000', inLan, true],
		['[fe80::1]:3000', inLan6, true],
		['maps.example.org', loopback, true],
		['maps.example.org:8443', loopback, true],
		['pond:8080', loopback, true],
		['safe.example', loopback, true],
		['evil.example', loopback, false],
		['evil.example:3000', loopback, false],
		['127.0.0.1.evil.example:3000', loopback, false],
		['localhost.evil.example:3000', loopback, false],
		['xmaps.example.org', loopback, false],
		['127.0.0.1', loopback, false],
		['127.0.0.1:3001', loopback, false],
		['0.0.0.0:3000', loopback, false],
		['192.168.7.4:3000', loopback, false],
		['localhost:3000', inLan, false],
		['printer:3000', inLan, false],
		['pond', loopback, false],
		['pond:3000', loopback, false],
		['localhost:3000', {}, false],
		['maps.example.org', {}, true]
	])('%s at %o: %s', (host, end, expected) => {
		const listed = listedHosts('maps.example.org,pond:8080,safe.example:443');
		const authority = authorityOf(host);
		expect(authority && isOurHost(authority, end, listed)).toBe(expected);
	});
});
