import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { commandLines, identify, isAlive, ownIdentity } from '#lib/server/local-server/process-identity.ts';

test('a process is itself', () => {
	expect(identify(process.pid)).toEqual(ownIdentity);
	expect(isAlive(ownIdentity)).toBe(true);
});

test.each([
	['another process that bears its number', { started: `${ownIdentity.started}1` }],
	['one of another boot', { boot: `${ownIdentity.boot}1` }],
	['a number that nobody has', { pid: 2 ** 30 }]
])('%s is not the same', (_, other) => {
	expect(isAlive({ ...ownIdentity, ...other })).toBe(false);
});

test('one that ended is dead, and is found while it lives by its command line', async () => {
	const child = spawn(process.execPath, [
		'-e',
		'setInterval(() => undefined, 1000)',
		'--',
		'--pond=deep water'
	]);
	const identity = identify(child.pid ?? 0);
	expect(identity).not.toBeNull();
	if (!identity) return;
	await expect
		.poll(() =>
			commandLines()
				.find(({ pid }) => pid === child.pid)
				?.given.join(' ')
		)
		.toContain('--pond=deep water');
	expect(isAlive(identity)).toBe(true);
	child.kill('SIGKILL');
	await once(child, 'exit');
	expect(isAlive(identity)).toBe(false);
});
