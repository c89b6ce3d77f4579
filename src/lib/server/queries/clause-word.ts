import { wordsBeforeExpression } from './constants/cypher-words.ts';
import { keyword, type Token } from '#lib/domain/cypher/cypher-tokens.ts';

/** True for a word or back-quoted name that is written as a property or label, whatever it is called. */
function isQualified(tokens: Token[], at: number): boolean {
	const before = tokens[at - 1]?.text;
	return before === '.' || before === ':';
}

/** The keyword at a place, '' for properties and labels that are called like one. */
export function wordAt(tokens: Token[], at: number): string {
	return isQualified(tokens, at) ? '' : keyword(tokens[at]);
}

/**
 * The keyword at a place where a clause may begin, else ''. Before a clause stands nothing, a brace, or the end of an
 * expression or pattern; before a name stands a sign or a word that an expression comes after (`WHERE with = 1`, `STARTS WITH`).
 */
export function clauseAt(tokens: Token[], at: number): string {
	const word = wordAt(tokens, at);
	const before = tokens[at - 1];
	if (word === '' || before === undefined || before.text === '{') return word;
	const follows =
		before.kind === 'sign' ? ')]}*'.includes(before.text) : !wordsBeforeExpression.has(keyword(before));
	return follows ? word : '';
}
