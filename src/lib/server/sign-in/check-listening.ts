import { UsageError } from '#lib/domain/errors.ts';
import type { Passwords } from './passwords.ts';

/**
 * Others than this machine are let in only with a password. `host`: the address that is listened on; a name other than
 * localhost counts as an address of the network, because what it stands for may change. Throws UsageError.
 */
export function checkListening(host: string, passwords: Passwords | null): void {
	const isLoopback = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
	if (isLoopback || passwords) return;
	throw new UsageError(
		`HOST=${host} would let everyone on the network read and change this graph, because no password is set.`,
		'Set THROUGHLINE_PASSWORD as well, or leave HOST away to listen on this machine only.'
	);
}
