import { createServer, type Server } from 'node:net';
import { expect, test } from 'vitest';
import { freePort, isFree } from '#lib/server/local-server/server-process.ts';

async function listening(port: number): Promise<Server> {
	const server = createServer();
	await new Promise<void>((done, fail) => {
		server.once('error', fail);
		server.listen(port, '127.0.0.1', () => {
			done();
		});
	});
	return server;
}

test('a free port is none that outgoing connections get, and not always the same', async () => {
	const ports: number[] = [];
	for (let at = 0; at < 20; at += 1) ports.push(await freePort());
	expect(ports.filter((port) => port < 1024 || port >= 32_768)).toEqual([]);
	expect(new Set(ports).size).toBeGreaterThan(10);
});

test('a port on which a program listens is not free', async () => {
	const port = await freePort();
	const server = await listening(port);
	try {
		expect(await isFree(port)).toBe(false);
	} finally {
		await new Promise((done) => server.close(done));
	}
	expect(await isFree(port)).toBe(true);
});
