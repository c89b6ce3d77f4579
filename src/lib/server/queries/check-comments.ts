import { QuerySyntaxError } from '#lib/domain/errors.ts';
import type { Token } from '#lib/domain/cypher/cypher-tokens.ts';

function wrongAt(cypher: string, at: number, message: string): never {
	const before = cypher.slice(0, at).split(/\r\n|\r|\n/);
	const column = (before.at(-1)?.length ?? 0) + 1;
	throw new QuerySyntaxError(message, 'Correct the query there.', before.length, column);
}

/**
 * Throws QuerySyntaxError for a comment that has no end or no beginning: Neo4j 5 calls both an internal error, and
 * tells no place.
 */
export function checkComments(cypher: string, tokens: Token[]): void {
	tokens.forEach(({ text, at }, index) => {
		if (text.startsWith('/*') && (text.length < 4 || !text.endsWith('*/')))
			wrongAt(cypher, at, 'A comment that begins with /* has no end.');
		if (text === '*' && tokens[index + 1]?.text === '/')
			wrongAt(cypher, at, 'A comment that ends with */ has no beginning.');
	});
}
