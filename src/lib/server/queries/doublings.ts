import { largest } from '#lib/domain/order.ts';
import { clauseAt, wordAt } from './clause-word.ts';
import { clauseWords, wordsBeforeExpression } from './constants/cypher-words.ts';
import type { Token } from '#lib/domain/cypher/cypher-tokens.ts';

const constants = new Set(['END', 'NULL', 'TRUE', 'FALSE']);

/** A name that stands for a whole value: neither `n` of `n.x` nor a function nor a keyword. */
function isBareName(tokens: Token[], at: number): boolean {
	const word = wordAt(tokens, at);
	const isWord = word !== '' && !wordsBeforeExpression.has(word) && !constants.has(word);
	return (isWord || tokens[at]?.kind === 'name') && !['.', '('].includes(tokens[at + 1]?.text ?? '');
}

/** How often the name that an expression uses most stands in it, when it adds something up; else 1. */
function repeats(tokens: Token[], from: number, to: number): number {
	const uses = new Map<string, number>();
	let isSum = false;
	for (let at = from; at < to; at += 1) {
		const { text } = tokens[at] as Token;
		isSum ||= text === '+' || (text === '|' && tokens[at + 1]?.text === '|');
		if (isBareName(tokens, at)) uses.set(text, (uses.get(text) ?? 0) + 1);
	}
	return isSum ? largest(uses.values(), 1) : 1;
}

/**
 * How many times over the texts of a query stand in the text that the engine puts together while it plans: it folds
 * `'a' + 'a'`, under the names of WITH too, so that each `WITH a + a AS a` doubles it.
 */
export function doublings(tokens: Token[]): number {
	let [all, inClause, from] = [1, 1, 0];
	for (let at = 0; at <= tokens.length; at += 1) {
		const isClause = at === tokens.length || clauseWords.has(clauseAt(tokens, at));
		if (!isClause && tokens[at]?.text !== ',' && wordAt(tokens, at) !== 'AS') continue;
		inClause = Math.max(inClause, repeats(tokens, from, at));
		from = at + 1;
		if (!isClause) continue;
		all *= inClause;
		inClause = 1;
	}
	return all;
}
