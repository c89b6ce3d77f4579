import { clauseAt, wordAt } from './clause-word.ts';
import { clauseWords } from './constants/cypher-words.ts';
import type { Counted } from './constants/query-caps.ts';
import type { Token } from '#lib/domain/cypher/cypher-tokens.ts';
import { opensSubquery } from './nesting.ts';

/** What the engine plans together. */
interface Part {
	/** Relationships, and patterns that have none. */
	patterns: number;
	/** Relationships of the pattern that is being read. */
	relationships: number;
	/** Brackets open since it began. */
	depth: number;
	/** In the patterns of MATCH, before its WHERE. */
	isMatching: boolean;
}

function newPart(isMatching: boolean): Part {
	return { patterns: isMatching ? 1 : 0, relationships: 0, depth: 0, isMatching };
}

/** The first sign of `--` or `-[`. */
function isRelationship(tokens: Token[], at: number): boolean {
	if (tokens[at]?.text !== '-') return false;
	const next = tokens[at + 1]?.text;
	return next === '[' || next === '-';
}

/** Reads one token of a part. Returns by how much it grows: a pattern counts one, or its relationships if those are more. */
function growth(tokens: Token[], at: number, part: Part): number {
	const word = wordAt(tokens, at);
	if (isRelationship(tokens, at)) {
		part.relationships += 1;
		return part.isMatching && part.relationships === 1 ? 0 : 1;
	}
	if (word === 'WHERE' && part.depth === 0) part.isMatching = false;
	if (word === 'MATCH') part.isMatching = true;
	else if (!(tokens[at]?.text === ',' && part.isMatching && part.depth === 0)) return 0;
	part.relationships = 0;
	return 1;
}

/**
 * How many parts of patterns there are, in all and planned at once: what is planned at once ends at the next clause
 * but MATCH and WHERE, and each subquery is planned on its own.
 */
export function patternParts(
	tokens: Token[]
): Pick<Record<Counted, number>, 'patterns' | 'patternsTogether'> {
	const most = { patterns: 0, patternsTogether: 0 };
	const outer: Part[] = [];
	let part = newPart(false);
	tokens.forEach((token, at) => {
		if (part.depth <= 0 && clauseWords.has(clauseAt(tokens, at))) part = newPart(false);
		const grown = growth(tokens, at, part);
		part.patterns += grown;
		most.patterns += grown;
		most.patternsTogether = Math.max(most.patternsTogether, part.patterns);
		if (opensSubquery(tokens, at)) {
			outer.push(part);
			part = newPart(tokens[at + 1]?.text === '(');
			most.patterns += part.patterns;
		} else if (['(', '[', '{'].includes(token.text)) part.depth += 1;
		else if (token.text === '}' && part.depth <= 0) part = outer.pop() ?? part;
		else if ([')', ']', '}'].includes(token.text)) part.depth -= 1;
	});
	return most;
}
