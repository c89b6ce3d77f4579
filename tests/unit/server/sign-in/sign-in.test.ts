import { describe, expect, test } from 'vitest';
import { BusyError, ReadingRoleError, SignInError } from '#lib/domain/errors.ts';
import { sessionRules, tryRules } from '#lib/server/sign-in/constants.ts';
import { Sessions } from '#lib/server/sign-in/sessions.ts';
import { SignIn } from '#lib/server/sign-in/sign-in.ts';
import { WrongTries } from '#lib/server/sign-in/wrong-tries.ts';

const passwords = { editing: 'heron by the pond', reading: 'duck on the water' };
const asked = {
	method: 'GET',
	route: '/papers',
	authorization: null,
	cookie: undefined,
	client: '192.0.2.1'
};

describe('SignIn.admit', () => {
	test('everyone edits where no password is set', async () => {
		expect(await new SignIn(null).admit({ ...asked, method: 'POST' })).toBe('editing');
	});

	test('nobody comes in without one, but to the page where it is given', async () => {
		const door = new SignIn(passwords);
		await expect(door.admit(asked)).rejects.toThrow(SignInError);
		await expect(door.admit({ ...asked, route: null })).rejects.toThrow(SignInError);
		await expect(door.admit({ ...asked, cookie: 'made up' })).rejects.toThrow(SignInError);
		expect(await door.admit({ ...asked, route: '/login', method: 'POST' })).toBeNull();
	});

	test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('whoever reads sends no %s', async (method) => {
		const door = new SignIn(passwords);
		const as = (password: string) => ({ ...asked, method, authorization: `Bearer ${password}` });
		await expect(door.admit(as(passwords.reading))).rejects.toThrow(ReadingRoleError);
		expect(await door.admit(as(passwords.editing))).toBe('editing');
		expect(await door.admit({ ...as(passwords.reading), route: '/api/query' })).toBe('reading');
		expect(await door.admit({ ...as(passwords.reading), method: 'GET' })).toBe('reading');
	});

	test('a wrong password in a header counts as a try', async () => {
		const door = new SignIn(passwords);
		const wrong = { ...asked, authorization: 'Bearer wrong' };
		for (let at = 0; at < tryRules.perClient; at++)
			await expect(door.admit(wrong)).rejects.toThrow(SignInError);
		await expect(door.admit(wrong)).rejects.toThrow(BusyError);
		expect(() => door.roleOf(passwords.editing, wrong.client)).toThrow(BusyError);
		expect(door.roleOf(passwords.editing, '192.0.2.2')).toBe('editing');
	});
});

describe('WrongTries', () => {
	test('are forgotten after their time', () => {
		let now = 0;
		const tries = new WrongTries(() => now);
		for (let at = 0; at < tryRules.perClient; at++) {
			now = at * 1000;
			tries.add('a');
		}
		expect(() => {
			tries.check('a');
		}).toThrow(expect.objectContaining({ seconds: tryRules.seconds - (tryRules.perClient - 1) }));
		now = tryRules.seconds * 1000 + 1;
		expect(() => {
			tries.check('a');
		}).not.toThrow();
	});

	test('are bounded over all clients', () => {
		const tries = new WrongTries(() => 0);
		for (let at = 0; at < tryRules.overAll; at++) tries.add(`client ${at}`);
		expect(() => {
			tries.check('another');
		}).toThrow(BusyError);
	});
});

describe('Sessions', () => {
	test('go on until they end by hand or by time', async () => {
		let now = 1000;
		const sessions = new Sessions(() => now);
		const first = await sessions.begin('reading');
		const second = await sessions.begin('editing');
		expect(await sessions.roleOf(first)).toBe('reading');
		expect(await sessions.roleOf(second)).toBe('editing');
		await sessions.end(first);
		expect(await sessions.roleOf(first)).toBeNull();
		now += sessionRules.seconds * 1000 - 1;
		expect(await sessions.roleOf(second)).toBe('editing');
		now += 2;
		expect(await sessions.roleOf(second)).toBeNull();
	});

	test('of another process, and changed cookies, are none', async () => {
		const cookie = await new Sessions().begin('editing');
		const sessions = new Sessions();
		expect(await sessions.roleOf(cookie)).toBeNull();
		const own = await sessions.begin('editing');
		expect(await sessions.roleOf(`${own.slice(0, 30)}x${own.slice(31)}`)).toBeNull();
		expect(await sessions.roleOf(undefined)).toBeNull();
	});
});
