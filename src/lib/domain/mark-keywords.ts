import { libraryNameSchema, unmarked, type Marks } from './library-entry.ts';

/**
 * What stands in front of a keyword that is a mark: reference managers keep such keywords as tags among others, and no
 * author gives one, so that a file which went out of a library can come in again without a mark for a keyword.
 */
const prefix = 'throughline:';
const words = { 'to-read': 'to-read', read: 'read', starred: 'starred', note: 'note' } as const;
const libraryPrefix = `${prefix}library:`;

/** Signs that part keywords in one text, or that readers take off the ends of one. */
const parting = /[%,;|*.:\t\r\n\u2022\u00b7\uff1b\uff0c\u3001]/g;

/** What a record of a bibliography tells of someone's library. */
export interface ToldMarks extends Marks {
	libraries: string[];
}

function escaped(sign: string): string {
	const bytes = new TextEncoder().encode(sign);
	return [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('');
}

function libraryIn(keyword: string): string[] {
	try {
		const name = libraryNameSchema.safeParse(decodeURIComponent(keyword.slice(libraryPrefix.length)));
		return name.success ? [name.data] : [];
	} catch {
		return [];
	}
}

/** Marks and names of libraries as keywords: `throughline:read`, `throughline:library:Thesis`. */
export function keywordsOfMarks({ state, starred, note, libraries }: ToldMarks): string[] {
	return [
		...(state === 'none' ? [] : [prefix + words[state]]),
		...(starred ? [prefix + words.starred] : []),
		...(note === '' ? [] : [prefix + words.note]),
		...libraries.map((name) => libraryPrefix + name.replace(parting, escaped))
	];
}

/**
 * Keywords parted from the marks among them; `marks` is null where there is none. A mark that nobody knows is neither.
 * The note stands elsewhere: `hasNote` tells that the record's is the reader's own.
 */
export function partMarks(keywords: readonly string[]): {
	keywords: string[];
	marks: Omit<ToldMarks, 'note'> | null;
	hasNote: boolean;
} {
	const own = keywords.filter((keyword) => keyword.toLowerCase().startsWith(prefix));
	const told = new Set(own.map((keyword) => keyword.slice(prefix.length).toLowerCase()));
	const state = told.has(words.read) ? 'read' : told.has(words['to-read']) ? 'to-read' : unmarked.state;
	const libraries = own.flatMap((keyword) =>
		keyword.toLowerCase().startsWith(libraryPrefix) ? libraryIn(keyword) : []
	);
	return {
		keywords: own.length === 0 ? [...keywords] : keywords.filter((keyword) => !own.includes(keyword)),
		marks:
			own.length === 0
				? null
				: { state, starred: told.has(words.starred), libraries: [...new Set(libraries)].sort() },
		hasNote: told.has(words.note)
	};
}
