import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { whileConnected } from '#lib/server/door/client-gone.ts';
import { served } from './connections.ts';

const request = new Request('http://pond/');
const post = 'POST / HTTP/1.1\r\nHost: pond\r\nContent-Length: 2\r\n\r\n{}';

/** Resolves when the signal is aborted, or with false after a while. */
function aborted(signal: AbortSignal): Promise<boolean> {
	return new Promise((resolve) => {
		const timer = setTimeout(() => {
			resolve(false);
		}, 2000);
		const done = () => {
			clearTimeout(timer);
			resolve(true);
		};
		if (signal.aborted) done();
		signal.addEventListener('abort', done);
	});
}

describe('whileConnected', () => {
	test('aborts when the client goes after its body was read', async () => {
		let told: (value: boolean) => void;
		const seen = new Promise<boolean>((resolve) => (told = resolve));
		const listener = (req: IncomingMessage) => {
			req.resume().once('end', () => {
				void whileConnected({ request, platform: { req } }, aborted).then(told);
			});
		};
		await served(listener, async (port) => {
			const socket = connect(port, '127.0.0.1', () => socket.write(post));
			setTimeout(() => socket.destroy(), 100);
			expect(await seen).toBe(true);
		});
	});

	test('aborts at once for a client that is gone already', async () => {
		let told: (value: boolean) => void;
		const seen = new Promise<boolean>((resolve) => (told = resolve));
		const listener = (req: IncomingMessage) => {
			req.socket.once('close', () => {
				void whileConnected({ request, platform: { req } }, (signal) => Promise.resolve(signal.aborted)).then(
					told
				);
			});
		};
		await served(listener, async (port) => {
			const socket = connect(port, '127.0.0.1', () => socket.write(post));
			setTimeout(() => socket.destroy(), 50);
			expect(await seen).toBe(true);
		});
	});

	test('leaves nothing on a connection that serves many requests', async () => {
		const listening: number[] = [];
		const listener = (req: IncomingMessage, res: ServerResponse) => {
			void whileConnected({ request, platform: { req } }, (signal) => Promise.resolve(signal.aborted)).then(
				(isAborted) => {
					listening.push(req.socket.listenerCount('close'));
					res.end(String(isAborted));
				}
			);
		};
		await served(listener, async (port) => {
			const answers = await new Promise<string>((resolve) => {
				let text = '';
				const socket = connect(port, '127.0.0.1', () => socket.write(post));
				socket.on('data', (data) => {
					text += data.toString();
					if (listening.length < 20) socket.write(post);
					else socket.destroy();
				});
				socket.on('close', () => {
					resolve(text);
				});
			});
			expect(answers).not.toContain('true');
			expect(new Set(listening).size).toBe(1);
		});
	});

	test('gives the listener back when the work fails, and uses the request’s signal without a platform', async () => {
		await expect(
			whileConnected({ request }, () => Promise.reject(new Error('the pond is dry')))
		).rejects.toThrow('dry');
		expect(await whileConnected({ request }, (signal) => Promise.resolve(signal))).toBe(request.signal);
	});
});
