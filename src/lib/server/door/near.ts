import type { IncomingMessage } from 'node:http';
import { FarCallerError } from '#lib/domain/errors.ts';

/** What a proxy in between writes: then nobody knows from here who asks. */
const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

function isLoopback(address: string): boolean {
	const plain = address.replace(/^::ffff:/, '');
	return plain === '::1' || /^127\./.test(plain);
}

/** Whether whoever asks sits at this machine, or may: there is no message under `vite dev`, which is for one person. */
export function isNear(message: Pick<IncomingMessage, 'headers' | 'socket'> | undefined): boolean {
	if (!message) return true;
	return (
		isLoopback(message.socket.remoteAddress ?? '') && forwarded.every((name) => !(name in message.headers))
	);
}

/**
 * Lets only those in who sit at this machine: what they send changes the graph for everyone, and nobody has to say who
 * they are. Throws FarCallerError.
 */
export function checkNear(message: Pick<IncomingMessage, 'headers' | 'socket'> | undefined): void {
	if (isNear(message)) return;
	throw new FarCallerError(
		'Papers are added in the browser only on the machine that Throughline runs on.',
		'There the command adds them too: npm run ingest -- FILE'
	);
}
