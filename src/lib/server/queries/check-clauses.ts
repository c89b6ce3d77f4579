import {
	optionWords,
	serverCommands,
	wordsAfterExpression,
	wordsBeforeClause
} from './constants/cypher-words.ts';
import { keyword, type Token } from '#lib/domain/cypher/cypher-tokens.ts';
import { refuse } from './refuse.ts';

/**
 * True for the `USE` of a clause. As a name it stands next to a sign or a word that follows an expression; the clause
 * has the name of a graph after it.
 */
function choosesGraph(tokens: Token[], at: number): boolean {
	if (keyword(tokens[at]) !== 'USE') return false;
	const before = tokens[at - 1];
	const next = tokens[at + 1];
	if (before?.text === '.') return false;
	const beginsClause = before === undefined || before.text === '{' || wordsBeforeClause.has(keyword(before));
	if (next?.kind === 'word') return beginsClause || !wordsAfterExpression.has(keyword(next));
	return next?.kind === 'name' || next?.text === '(';
}

/** Refuses what no plan shows reliably: options before the query, other graphs, files and addresses, more statements. */
export function checkClauses(tokens: Token[]): void {
	const first = keyword(tokens[0]);
	if (optionWords.has(first)) refuse(first, 'the text is explained before it runs');
	if (serverCommands.has(first)) refuse(first, 'it is a command to the server');
	for (let at = 0; at < tokens.length; at += 1) {
		if (choosesGraph(tokens, at)) refuse('USE', 'queries stay in this graph');
		if (keyword(tokens[at]) === 'LOAD' && keyword(tokens[at + 1]) === 'CSV')
			refuse('LOAD CSV', 'queries read no files and no addresses');
		if (tokens[at]?.text === ';' && tokens[at + 1])
			refuse('A second statement', 'one query is one statement');
	}
}
