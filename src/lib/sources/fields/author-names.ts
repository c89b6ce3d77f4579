import { z } from 'zod';
import { cleanText, isBlank } from './clean-text.ts';

/** Behind a family name, and no name by themselves. */
const suffix = /^(?:Jr|Sr|II|III|IV|PhD|Ph\.D|MD|M\.D)\.?$/i;
/** Small words that stand in names of people; others say that a text is the name of something else. */
const particles = new Set(
	'af al ap bin da das de del della den der di do dos du e el ibn la le of\u2019 ten ter van vom von y zu zum zur'.split(
		' '
	)
);
const family = /^[^\s,]+(?: [^\s,]+)?$/u;
const given = /^[\p{L}\p{M}][\p{L}\p{M}.'\u2019 -]*$/u;

/** Two to five words that each begin with a capital, or with a letter of a script that has none; Chinese in one. */
function isFullName(text: string): boolean {
	if (/^\p{Script=Han}{2,4}$/u.test(text)) return true;
	const words = text.split(' ');
	return (
		words.length > 1 &&
		words.length < 6 &&
		words.every((word) => /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(word) || particles.has(word)) &&
		!particles.has(words.at(-1) ?? '')
	);
}

/** `Lee, Anna` or `Lee, A.`: one person, as a bibliography writes it. */
function isInverted(text: string): boolean {
	const [first = '', second = '', ...more] = text.split(/\s*,\s*/);
	return more.length === 0 && family.test(first) && given.test(second);
}

/** The given names of a person: a few words with capitals, or initials. */
const givenNames =
	/^(?:\p{Lu}[\p{L}\p{M}'\u2019.-]*|\p{Lo}+)(?: (?:\p{Lu}[\p{L}\p{M}'\u2019.-]*|de|da|van|von|del)){0,3}$/u;

/**
 * `Lee, Anna` is Anna Lee and `Lee, Jr., Anna` is Anna Lee, Jr.: sources write a person in either order, and it is one.
 * A name that may be anything else stays as it is.
 */
export function givenFirst(name: string): string {
	const [first = '', second = '', third, ...more] = name.split(/\s*,\s*/);
	if (more.length > 0 || first === '' || second === '' || first.split(' ').length > 4) return name;
	const [given, suffixed] =
		third === undefined ? [second, ''] : suffix.test(second) ? [third, second] : [second, third];
	if (suffixed !== '' && !suffix.test(suffixed)) return name;
	if (suffix.test(given) || !givenNames.test(given)) return name;
	return `${given} ${first}${suffixed === '' ? '' : `, ${suffixed}`}`;
}

function withoutEmpty(parts: string[]): string[] {
	return parts.map((part) => part.trim().replace(/^(?:and|&)(?: |$)/i, '')).filter((part) => !isBlank(part));
}

/** The parts between commas where each is a full name; a suffix belongs to the name before it. Null where one is not. */
function betweenCommas(text: string): string[] | null {
	const names: string[] = [];
	for (const part of withoutEmpty(text.split(/[,\uff0c]/))) {
		if (suffix.test(part) && names.length > 0) names.push(`${names.pop() ?? ''}, ${part}`);
		else names.push(part);
	}
	const isList = names.length > 1 && names.every((name) => isFullName(name.split(',', 1)[0] ?? ''));
	return isList ? names : null;
}

/** The names between `and`s, and those between commas before them: `A. Lee, B. Kim and C. Wu`. */
function betweenAnds(text: string): string[] {
	const parts = withoutEmpty(text.split(/,? (?:and|&) /i));
	if (parts.length < 2) return betweenCommas(text) ?? [text];
	const names = parts.flatMap((part) => betweenCommas(part) ?? [part]);
	const isList = names.every((name) => isFullName(name) || isInverted(name) || /^\p{Lu}\S+$/u.test(name));
	return isList ? names : [text];
}

/**
 * The authors that one text names. Semicolons, bars and line ends always part them, `and` and commas only where every
 * part is clearly a person's name: `Department of Law and Ethics, Hill College` is one author.
 */
export function namesIn(text: string): string[] {
	return withoutEmpty(text.split(/[;\uff1b\u3001|\r\n]/))
		.map((part) => cleanText(part).replace(/,? (?:et al\.?|and others)$/i, ''))
		.flatMap((part) => (part === '' ? [] : betweenAnds(part)));
}

/** Under which keys an author that is an object has its name: the first that holds a text, its parts joined. */
const nameKeys = [
	['name'],
	['literal'],
	['display_name'],
	['given', 'family'],
	['first', 'last'],
	['family'],
	['last']
];
const objectSchema = z.record(z.string(), z.unknown());

/** The name of one entry of a list; null for one that names nobody. */
function nameOf(entry: unknown): string | null {
	if (typeof entry === 'string') return isBlank(entry) ? null : cleanText(entry);
	const { data } = objectSchema.safeParse(entry);
	if (!data) return null;
	for (const keys of nameKeys) {
		const parts = keys.map((key) => data[key]);
		if (parts.every((part) => typeof part === 'string' && !isBlank(part))) return cleanText(parts.join(' '));
	}
	return null;
}

/** What a source tells of the authors of a paper: their names, and how many entries name nobody. */
export interface AuthorNames {
	names: string[];
	nameless: number;
}

/** Reads authors in any of the shapes that sources give: a list of texts or objects, one object, one text. Null for others. */
export function readAuthors(value: unknown): AuthorNames | null {
	if (typeof value === 'string') return { names: namesIn(value).map(givenFirst), nameless: 0 };
	if (Array.isArray(value)) {
		const found = value.map(nameOf);
		const names = found.filter((name) => name !== null).map(givenFirst);
		return { names, nameless: found.length - names.length };
	}
	const name = nameOf(value);
	return name === null ? null : { names: [givenFirst(name)], nameless: 0 };
}
