import { cypherTokens } from '#lib/domain/cypher/cypher-tokens.ts';

/** Lines and columns count from 1, columns in UTF-16 code units. */
export interface Place {
	line: number | null;
	column: number | null;
}

export const nowhere: Place = { line: null, column: null };

/** Where the first string of a Cypher text stands that holds just `value`. */
export function placeOfString(cypher: string, value: string): Place {
	const found = cypherTokens(cypher).find(
		({ kind, text }) => kind === 'string' && text.slice(1, -1) === value
	);
	if (!found) return nowhere;
	const before = cypher.slice(0, found.at).split(/\r\n|\r|\n/);
	return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
