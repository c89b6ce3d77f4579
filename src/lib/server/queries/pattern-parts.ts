import { clauseWords } from './constants/cypher-words.ts';
import type { Counted } from './constants/query-caps.ts';
import { keyword, type Token } from './cypher-tokens.ts';
import { isQualified, opensSubquery } from './nesting.ts';

/** Patterns that the engine plans together, and the place they are read in. */
interface Part {
	patterns: number;
	/** Brackets open since the part began. */
	depth: number;
	/** In the patterns of MATCH, before its WHERE. */
	isMatching: boolean;
}

/** The first sign of `--`, `-[` or `<-->`. */
function isRelationship(tokens: Token[], at: number): boolean {
	const [sign, next] = tokens.slice(at, at + 2);
	return sign?.text === '-' && (next?.text === '[' || next?.text === '-');
}

function isPattern(tokens: Token[], at: number, part: Part): boolean {
	if (isRelationship(tokens, at)) return true;
	const startsMatch = keyword(tokens[at]) === 'MATCH' && !isQualified(tokens, at);
	return startsMatch || (tokens[at]?.text === ',' && part.isMatching && part.depth === 0);
}

/**
 * How many relationships and patterns there are, in all and in the largest part that is planned at once: a part ends
 * at the next clause but MATCH and WHERE, and each subquery is one of its own.
 */
export function patternParts(
	tokens: Token[]
): Pick<Record<Counted, number>, 'patterns' | 'patternsTogether'> {
	const most = { patterns: 0, patternsTogether: 0 };
	const parts: Part[] = [{ patterns: 0, depth: 0, isMatching: false }];
	tokens.forEach((token, at) => {
		const part = parts.at(-1) as Part;
		const word = isQualified(tokens, at) ? '' : keyword(token);
		if (word === 'MATCH') part.isMatching = true;
		else if (word === 'WHERE' && part.depth === 0) part.isMatching = false;
		else if (clauseWords.has(word)) Object.assign(part, { patterns: 0, isMatching: false });
		if (isPattern(tokens, at, part)) {
			part.patterns += 1;
			most.patterns += 1;
			most.patternsTogether = Math.max(most.patternsTogether, part.patterns);
		}
		if (opensSubquery(tokens, at))
			parts.push({ patterns: 0, depth: 0, isMatching: tokens[at + 1]?.text === '(' });
		else if ('([{'.includes(token.text)) part.depth += 1;
		else if (token.text === '}' && part.depth === 0 && parts.length > 1) parts.pop();
		else if (')]}'.includes(token.text)) part.depth -= 1;
	});
	return most;
}
