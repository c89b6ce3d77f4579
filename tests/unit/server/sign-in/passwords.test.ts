import { describe, expect, test } from 'vitest';
import { UsageError } from '#lib/domain/errors.ts';
import { checkListening } from '#lib/server/sign-in/check-listening.ts';
import { headerPassword } from '#lib/server/sign-in/header-password.ts';
import { ownPath } from '#lib/server/sign-in/own-path.ts';
import { givenPasswords, roleOfPassword } from '#lib/server/sign-in/passwords.ts';

const editing = 'heron by the pond';
const reading = 'duck on the water';

describe('givenPasswords', () => {
	test('none is none', () => {
		expect(givenPasswords({})).toBeNull();
		expect(givenPasswords({ THROUGHLINE_PASSWORD: '' })).toBeNull();
	});

	test('one edits, the other reads', () => {
		expect(givenPasswords({ THROUGHLINE_PASSWORD: editing })).toEqual({ editing, reading: null });
		expect(givenPasswords({ THROUGHLINE_PASSWORD: editing, THROUGHLINE_READING_PASSWORD: reading })).toEqual({
			editing,
			reading
		});
	});

	test.each([
		[{ THROUGHLINE_PASSWORD: 'pond' }, 'fewer than 12'],
		[{ THROUGHLINE_PASSWORD: editing, THROUGHLINE_READING_PASSWORD: 'duck' }, 'READING_PASSWORD has fewer'],
		[{ THROUGHLINE_READING_PASSWORD: reading }, 'THROUGHLINE_PASSWORD is not'],
		[{ THROUGHLINE_PASSWORD: editing, THROUGHLINE_READING_PASSWORD: editing }, 'are the same']
	])('%o is refused', (environment, why) => {
		expect(() => givenPasswords(environment)).toThrow(UsageError);
		expect(() => givenPasswords(environment)).toThrow(why);
	});
});

test.each([
	[editing, 'editing'],
	[reading, 'reading'],
	['', null],
	[`${editing} `, null],
	[editing.slice(0, -1), null]
])('roleOfPassword of "%s"', (given, role) => {
	expect(roleOfPassword(given, { editing, reading })).toBe(role);
});

test('no password reads where none is set for reading', () => {
	expect(roleOfPassword('', { editing, reading: null })).toBeNull();
});

describe('checkListening', () => {
	test.each(['127.0.0.1', '127.3.2.1', 'localhost', '::1', '[::1]'])('%s needs no password', (host) => {
		expect(() => {
			checkListening(host, null);
		}).not.toThrow();
	});

	test.each(['0.0.0.0', '::', '192.168.1.4', 'pond.example', '127.evil.example', ''])(
		'%s needs one',
		(host) => {
			expect(() => {
				checkListening(host, null);
			}).toThrow(`HOST=${host} would let everyone`);
			expect(() => {
				checkListening(host, { editing, reading: null });
			}).not.toThrow();
		}
	);
});

test.each([
	['Bearer heron by the pond', editing],
	['bearer   heron by the pond ', editing],
	[`Basic ${Buffer.from(`anyone:${editing}`).toString('base64')}`, editing],
	[`Basic ${Buffer.from(':a:b').toString('base64')}`, 'a:b'],
	[`Basic ${Buffer.from('no colon').toString('base64')}`, null],
	['Digest x', null],
	['Bearer', null],
	[null, null]
])('headerPassword of %s', (header, password) => {
	expect(headerPassword(header)).toBe(password);
});

test.each([
	['/papers?q=pond', '/papers?q=pond'],
	['/', '/'],
	[null, '/'],
	['', '/'],
	['https://evil.example/', '/'],
	['//evil.example/', '/'],
	['/\\evil.example/', '/'],
	['/\t/evil.example/', '/'],
	['/.//evil.example/', '/'],
	['javascript:alert(1)', '/'],
	['/login?to=/', '/']
])('ownPath of %s', (asked, path) => {
	expect(ownPath(asked)).toBe(path);
});
