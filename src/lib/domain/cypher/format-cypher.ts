import { innerWords, lineWords } from './constants/reading-words.ts';
import { cypherTokens, type Token } from './cypher-tokens.ts';

const isWord = (token: Token | undefined) => token?.kind === 'word';
const upper = (token: Token | undefined) => (isWord(token) ? (token?.text.toUpperCase() ?? '') : '');

/** A word is a name, and no word of the language, behind a dot, a colon or before one. */
function isPlainName(tokens: readonly Token[], at: number): boolean {
	const solid = (from: number, by: number) => {
		let next = from + by;
		while (tokens[next]?.kind === 'space') next += by;
		return tokens[next]?.text ?? '';
	};
	return ['.', ':', '|', '&', '!'].includes(solid(at, -1)) || [':', '.'].includes(solid(at, 1));
}

/**
 * Cypher with each clause on a line of its own and its words in capitals; texts, names and comments stay as they are,
 * and so does what it asks.
 */
export function formatCypher(cypher: string): string {
	const tokens = cypherTokens(cypher.trim());
	let text = '';
	let depth = 0;
	for (let at = 0; at < tokens.length; at += 1) {
		const token = tokens[at];
		if (!token) break;
		if (token.kind === 'space') {
			// A line comment ends with its line.
			const isAfterComment = tokens[at - 1]?.text.startsWith('//') ?? false;
			if (isAfterComment) text += '\n';
			else if (!/\s$/.test(text)) text += ' ';
			continue;
		}
		if (['(', '[', '{'].includes(token.text)) depth += 1;
		if ([')', ']', '}'].includes(token.text)) depth -= 1;
		const isName = isPlainName(tokens, at);
		const word = isName ? '' : upper(token);
		const pair = `${word} ${upper(tokens[at + 2])}`;
		const begins = lineWords.includes(pair) || (lineWords.includes(word) && !endsPair(text, word));
		if (begins && depth === 0 && text !== '') text = `${text.trimEnd()}\n`;
		text +=
			innerWords.includes(word) || lineWords.includes(word) || lineWords.includes(pair)
				? casedAs(token, tokens[at + 1], word)
				: token.text;
	}
	return text.trim();
}

/** The second word of a pair stays on its line: `OPTIONAL MATCH`. `STARTS WITH` and `ENDS WITH` begin none. */
function endsPair(text: string, word: string): boolean {
	const before = /(\w+)\s*$/.exec(text)?.[1]?.toUpperCase() ?? '';
	if (word === 'WITH' && (before === 'STARTS' || before === 'ENDS')) return true;
	return lineWords.includes(`${before} ${word}`);
}

/** In capitals, unless it is a function's name (`count(`) or a variable that only looks like a word. */
function casedAs(token: Token, next: Token | undefined, word: string): string {
	return next?.text === '(' && ['COUNT', 'COLLECT', 'ALL', 'EXISTS'].includes(word) ? token.text : word;
}
