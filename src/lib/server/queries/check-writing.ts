import { cypherTokens, meaningful } from '#lib/domain/cypher/cypher-tokens.ts';
import { clauseAt } from './clause-word.ts';
import { writingWords } from './constants/cypher-words.ts';
import { refuse } from './refuse.ts';

/** Behind a word that is a name, and behind none that begins a clause: `{set: 1}`, `delete.name`, `(merge)`. */
const behindNames = new Set([':', '.', ',', ')', '}', ']', '=']);

/**
 * Refuses a text that says by its words that it writes, so that nobody keeps, or takes from a file, what can never run.
 * What runs is looked at by the engine's plan, whatever its words are. Throws QueryRefusedError.
 */
export function checkWriting(cypher: string): void {
	const tokens = meaningful(cypherTokens(cypher));
	const writes = tokens.some((_, at) => {
		const next = tokens[at + 1];
		return next !== undefined && !behindNames.has(next.text) && writingWords.has(clauseAt(tokens, at));
	});
	if (writes) refuse('Writing', 'the query would change the graph');
}
