import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { FarCallerError } from '#lib/domain/errors.ts';
import { checkMayIngest, mayIngest } from '#lib/server/door/near.ts';
import type { Role } from '#lib/server/sign-in/roles.ts';

/** A message from an address, with what a proxy in between wrote. */
function from(remoteAddress: string, headers: IncomingMessage['headers'] = {}) {
	return { headers, socket: { remoteAddress } as IncomingMessage['socket'] };
}

const here = from('127.0.0.1');
const there = from('192.0.2.7');

test.each<[string, Role | null, boolean, ReturnType<typeof from> | undefined, boolean]>([
	['who sits at this machine, where no password is set', 'editing', false, here, true],
	['who sits at this machine, by IPv6', 'editing', false, from('::1'), true],
	['who sits at this machine, by IPv4 in IPv6', 'editing', false, from('::ffff:127.0.0.1'), true],
	['vite dev', 'editing', false, undefined, true],
	['somebody elsewhere, where no password is set', 'editing', false, there, false],
	[
		'somebody behind a proxy on this machine',
		'editing',
		false,
		from('127.0.0.1', { via: '1.1 pond' }),
		false
	],
	['who has signed in for editing, from elsewhere', 'editing', true, there, true],
	['who has signed in for reading, from elsewhere', 'reading', true, there, false],
	['who has signed in for reading, at this machine', 'reading', true, here, false],
	['who has not signed in, at this machine', null, true, here, false]
])('%s may add papers or not', (_, role, hasPassword, message, may) => {
	const caller = { role, signIn: { passwords: hasPassword ? {} : null } };
	expect(mayIngest(caller, message)).toBe(may);
	const check = () => {
		checkMayIngest(caller, message);
	};
	if (may) expect(check).not.toThrow();
	else expect(check).toThrow(FarCallerError);
});
