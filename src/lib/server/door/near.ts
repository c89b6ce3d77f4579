import type { IncomingMessage } from 'node:http';
import { FarCallerError } from '#lib/domain/errors.ts';
import type { Role } from '#lib/server/sign-in/roles.ts';

/** What a proxy in between writes: then nobody knows from here who asks. */
const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

function isLoopback(address: string): boolean {
	const plain = address.replace(/^::ffff:/, '');
	return plain === '::1' || /^127\./.test(plain);
}

/** Whether whoever asks sits at this machine, or may: there is no message under `vite dev`, which is for one person. */
function isNear(message: Pick<IncomingMessage, 'headers' | 'socket'> | undefined): boolean {
	if (!message) return true;
	return (
		isLoopback(message.socket.remoteAddress ?? '') && forwarded.every((name) => !(name in message.headers))
	);
}

/** What is known of whoever asks. */
interface Caller {
	role: Role | null;
	signIn: { passwords: unknown };
}

/**
 * Whether whoever asks may add papers: what is sent changes the graph for everyone, so either it comes from this machine,
 * or from somebody who said by the password for editing who they are. Where no password is set, nobody far away did.
 */
export function mayIngest(
	{ role, signIn }: Caller,
	message: Pick<IncomingMessage, 'headers' | 'socket'> | undefined
): boolean {
	if (role !== 'editing') return false;
	return signIn.passwords !== null || isNear(message);
}

/** Lets only those in who may add papers. Throws FarCallerError. */
export function checkMayIngest(
	caller: Caller,
	message: Pick<IncomingMessage, 'headers' | 'socket'> | undefined
): void {
	if (mayIngest(caller, message)) return;
	throw new FarCallerError(
		'Papers are added in the browser only on the machine that Throughline runs on, or by whoever is signed in for editing.',
		'There the command adds them too: npm run ingest -- FILE'
	);
}
