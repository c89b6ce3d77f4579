import { queryLimits } from '#lib/domain/saved-query.ts';
import { checkClauses } from './check-clauses.ts';
import { checkComments } from './check-comments.ts';
import { checkEndless } from './check-endless.ts';
import { checkEscapes } from './check-escapes.ts';
import { checkNames } from './check-names.ts';
import { checkSize } from './check-size.ts';
import { cypherTokens, meaningful } from '#lib/domain/cypher/cypher-tokens.ts';
import { refuse } from './refuse.ts';

/**
 * What is known of a query before the engine has seen it: no options, no other graph, no file, one statement, listed
 * names only, and small enough to be planned. Throws QueryRefusedError, or QuerySyntaxError for a comment that has
 * no end or no beginning. Other texts that do not parse pass: the engine tells their faults better.
 */
export function checkText(cypher: string, parameters: object = {}): void {
	if (cypher.length > queryLimits.cypherLength)
		refuse(
			'This length',
			`a query has ${queryLimits.cypherLength.toLocaleString('en')} characters at most`,
			'Pass long values as $parameters.'
		);
	const all = cypherTokens(cypher);
	checkComments(cypher, all);
	checkEscapes(all);
	const tokens = meaningful(all);
	checkClauses(tokens);
	checkNames(tokens);
	checkSize(tokens);
	checkEndless(tokens, parameters);
}
