import { clauseAt, wordAt } from './clause-word.ts';
import { clauseWords } from './constants/cypher-words.ts';
import type { Token } from '#lib/domain/cypher/cypher-tokens.ts';

/** A row of alternatives, inside one bracket and between AND, XOR and commas. */
interface Row {
	/** False in `[…]`, `{…}` and reduce(…), where `|` joins no labels of nodes. */
	isCounted: boolean;
	bars: number;
	ors: number;
	hasLabel: boolean;
}

const newRow = (isCounted: boolean): Row => ({ isCounted, bars: 0, ors: 0, hasLabel: false });

function choicesOf({ isCounted, bars, ors, hasLabel }: Row): number {
	return isCounted ? 1 + bars + (hasLabel ? ors : 0) : 1;
}

function read(row: Row, tokens: Token[], at: number): void {
	const text = tokens[at]?.text;
	if (text === '|') row.bars += 1;
	if (text === ':') row.hasLabel = true;
	if (wordAt(tokens, at) === 'OR') row.ors += 1;
}

/**
 * In how many ways labels can be chosen from the alternatives of a part: `(a:A|B)--(b:C|D|E)` 6, and so for
 * `(n:A OR n:B) AND (n:C OR n:D OR n:E)`. The engine multiplies them out. The most of any part.
 */
export function labelChoices(tokens: Token[]): number {
	let [most, choices] = [1, 1];
	const outer: Row[] = [];
	let row = newRow(true);
	const end = () => {
		choices *= choicesOf(row);
		most = Math.max(most, choices);
	};
	tokens.forEach((token, at) => {
		if (['(', '[', '{'].includes(token.text)) {
			outer.push(row);
			row = newRow(token.text === '(' && wordAt(tokens, at - 1) !== 'REDUCE');
		} else if ([')', ']', '}'].includes(token.text)) {
			end();
			row = outer.pop() ?? newRow(true);
		} else if (outer.length === 0 && clauseWords.has(clauseAt(tokens, at))) {
			end();
			row = newRow(true);
			choices = 1;
		} else if (token.text === ',' || ['AND', 'XOR', 'WHERE', 'MATCH'].includes(wordAt(tokens, at))) {
			end();
			row = newRow(row.isCounted);
		} else read(row, tokens, at);
	});
	end();
	return most;
}
