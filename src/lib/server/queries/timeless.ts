import { cypherTokens, keyword, meaningful } from '#lib/domain/cypher/cypher-tokens.ts';

/** Functions that answer something else each time. */
const random = ['RAND', 'RANDOMUUID', 'UUID', 'TIMESTAMP'];
/** Functions that tell the time of the question where nothing is given to them, and in these forms always. */
const clocks = ['DATE', 'TIME', 'DATETIME', 'LOCALTIME', 'LOCALDATETIME'];
const clockForms = ['REALTIME', 'STATEMENT', 'TRANSACTION'];

/**
 * Whether a query asks the graph alone: one that looks at the clock or throws dice has another answer each time, though
 * the graph is the same.
 */
export function isTimeless(cypher: string): boolean {
	const tokens = meaningful(cypherTokens(cypher));
	return !tokens.some((token, at) => {
		const word = keyword(token);
		const [next, after] = [tokens[at + 1]?.text, tokens[at + 2]];
		if (random.includes(word)) return next === '(';
		if (!clocks.includes(word)) return false;
		return (next === '(' && after?.text === ')') || (next === '.' && clockForms.includes(keyword(after)));
	});
}
