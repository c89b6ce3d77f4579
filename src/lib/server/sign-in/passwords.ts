import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { UsageError } from '#lib/domain/errors.ts';
import { passwordRules } from './constants.ts';
import type { Role } from './roles.ts';

/** The password of each role; a role without one cannot be had. */
export type Passwords = Readonly<{ editing: string; reading: string | null }>;

/** The passwords of the environment, or null where none is set. Throws UsageError for ones that protect nothing. */
export function givenPasswords(environment: Readonly<Record<string, string | undefined>>): Passwords | null {
	const editing = environment['THROUGHLINE_PASSWORD'] ?? '';
	const reading = environment['THROUGHLINE_READING_PASSWORD'] ?? '';
	if (editing === '' && reading === '') return null;
	if (editing === '')
		throw new UsageError(
			'THROUGHLINE_READING_PASSWORD is set and THROUGHLINE_PASSWORD is not.',
			'Set both: the first only reads, the second also changes.'
		);
	if (editing === reading)
		throw new UsageError(
			'THROUGHLINE_PASSWORD and THROUGHLINE_READING_PASSWORD are the same.',
			'Give those who only read another one.'
		);
	for (const [name, password] of Object.entries({
		THROUGHLINE_PASSWORD: editing,
		THROUGHLINE_READING_PASSWORD: reading
	})) {
		if (password === '' || password.length >= passwordRules.leastCharacters) continue;
		throw new UsageError(
			`${name} has fewer than ${passwordRules.leastCharacters} characters.`,
			'Choose a longer one, four words for example.'
		);
	}
	return { editing, reading: reading === '' ? null : reading };
}

/** Of this process alone: two digests are compared instead of two texts, which may differ in length. */
const digestKey = randomBytes(32);

function digest(text: string): Buffer {
	return createHmac('sha256', digestKey).update(text).digest();
}

/** The role that a password gives, or null; in the same time for every wrong one. */
export function roleOfPassword(given: string, { editing, reading }: Passwords): Role | null {
	const asked = digest(given);
	const isEditing = timingSafeEqual(asked, digest(editing));
	const isReading = timingSafeEqual(asked, digest(reading ?? '')) && reading !== null;
	if (isEditing) return 'editing';
	return isReading ? 'reading' : null;
}
