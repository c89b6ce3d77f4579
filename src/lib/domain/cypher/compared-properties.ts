import { cypherTokens, keyword, meaningful } from './cypher-tokens.ts';

/** What stands behind a property that decides which rows there are. */
const comparisons = ['=', '<', '>'];
const comparingWords = ['IS', 'IN', 'STARTS', 'ENDS', 'CONTAINS'];

/** The names of properties that a text compares with something, or asks whether they are there: `p.date >= $from`. */
export function comparedProperties(cypher: string): string[] {
	const tokens = meaningful(cypherTokens(cypher));
	const names = tokens.flatMap((token, at) => {
		const [dot, next] = [tokens[at - 1], tokens[at + 1]];
		const isCompared = comparisons.includes(next?.text ?? '') || comparingWords.includes(keyword(next));
		return dot?.text === '.' && token.kind === 'word' && isCompared ? [token.text] : [];
	});
	return [...new Set(names)];
}
