import { createReadStream } from 'node:fs';
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { expect, test } from 'vitest';
import { isOfOneAnswer } from '#lib/server/door/outlive.ts';

test('what fails for one file or one connection is told from what is wrong with the server', async () => {
	const [lost] = (await once(createReadStream('no/such/file'), 'close').catch((error: unknown) => [
		error
	])) as [Error];
	expect(lost).toBeInstanceOf(Error);
	expect(isOfOneAnswer(lost)).toBe(true);
	expect(isOfOneAnswer(Object.assign(new Error('read ECONNRESET'), { syscall: 'read' }))).toBe(true);
	expect(isOfOneAnswer(Object.assign(new Error('open EMFILE'), { syscall: 'open' }))).toBe(true);
	const [refused] = (await once(createConnection({ host: '127.0.0.1', port: 1 }), 'connect').catch(
		(error: unknown) => [error]
	)) as [Error];
	expect(isOfOneAnswer(refused)).toBe(false);
	expect(isOfOneAnswer(new TypeError('x is undefined'))).toBe(false);
	expect(isOfOneAnswer('open')).toBe(false);
	expect(isOfOneAnswer(null)).toBe(false);
});
