import { ReadingRoleError, SignInError } from '#lib/domain/errors.ts';
import { openRoutes, readingPosts } from './constants.ts';
import { headerPassword } from './header-password.ts';
import { roleOfPassword, type Passwords } from './passwords.ts';
import type { Role } from './roles.ts';
import { Sessions } from './sessions.ts';
import { WrongTries } from './wrong-tries.ts';

/** What of a request says who asks. */
interface Asked {
	method: string;
	/** SvelteKit's id of the route; null for an address that is not there. */
	route: string | null;
	authorization: string | null;
	cookie: string | undefined;
	client: string;
}

/** The door for people who say who they are. Where no password is set nobody has to, and everyone edits. */
export class SignIn {
	readonly sessions = new Sessions();
	readonly #tries = new WrongTries();

	constructor(readonly passwords: Passwords | null) {}

	/** The role of a password. Throws SignInError for a wrong one and BusyError after too many. */
	roleOf(password: string, client: string): Role {
		if (!this.passwords) return 'editing';
		this.#tries.check(client);
		const role = roleOfPassword(password, this.passwords);
		if (role) return role;
		this.#tries.add(client);
		throw new SignInError('That is not the password.', 'Ask whoever runs this server for it.');
	}

	/**
	 * The role of a request; null on a page that is open to all. Throws SignInError where nobody is signed in,
	 * ReadingRoleError where someone who only reads would change something.
	 */
	async admit({ method, route, authorization, cookie, client }: Asked): Promise<Role | null> {
		if (!this.passwords) return 'editing';
		const sent = headerPassword(authorization);
		const role = sent === null ? await this.sessions.roleOf(cookie) : this.roleOf(sent, client);
		if (role === null) {
			if (openRoutes.includes(route ?? '')) return null;
			throw new SignInError(
				'This server asks for a password.',
				'Sign in at /login; a script sends it as Authorization: Bearer PASSWORD.'
			);
		}
		const isReading = ['GET', 'HEAD', 'OPTIONS'].includes(method) || readingPosts.includes(route ?? '');
		if (role === 'reading' && !isReading)
			throw new ReadingRoleError(
				'You are signed in for reading, and this would change something.',
				'Sign in with the password for editing.'
			);
		return role;
	}
}
