import { rangeValues } from './constants/endless-limits.ts';
import type { Token } from './cypher-tokens.ts';
import { keyword } from './cypher-tokens.ts';
import { isEndlessRegex } from './endless-regex.ts';
import { refuse } from './refuse.ts';

const escaped = new Map([
	['b', '\b'],
	['f', '\f'],
	['n', '\n'],
	['r', '\r'],
	['t', '\t']
]);

/** What a string literal means. */
function stringValue(text: string): string {
	return text
		.slice(1, -1)
		.replace(/\\(?:u([\da-fA-F]{4})|([^]))/g, (_, code: string | undefined, character: string) =>
			code === undefined ? (escaped.get(character) ?? character) : String.fromCharCode(parseInt(code, 16))
		);
}

/** The numbers between the bracket at a place and its end, or null when there is anything else. */
function literalArguments(tokens: Token[], at: number): number[] | null {
	const numbers: number[] = [];
	let sign = 1;
	for (let place = at + 1; place < tokens.length; place += 1) {
		const { kind, text } = tokens[place] as Token;
		if (kind === 'number') numbers.push(sign * Number(text.replaceAll('_', '')));
		else if (text === ')') return numbers.every((value) => Number.isFinite(value)) ? numbers : null;
		else if (text !== '-' && text !== ',') return null;
		sign = text === '-' ? -1 : 1;
	}
	return null;
}

/**
 * Refuses what is certain to keep the engine from looking at its clock: a `range()` of literal bounds with more values
 * than anyone reads, and a regular expression that goes back over a text without an end.
 */
export function checkEndless(tokens: Token[]): void {
	tokens.forEach((token, at) => {
		if (keyword(token) === 'RANGE' && tokens[at + 1]?.text === '(') {
			const [from, to, step = 1] = literalArguments(tokens, at + 1) ?? [];
			if (from !== undefined && to !== undefined && (to - from) / step > rangeValues)
				refuse(
					'This range()',
					`it may have ${rangeValues.toLocaleString('en')} values at most`,
					'Count over the graph instead, or over a shorter range.'
				);
		}
		if (token.kind === 'string' && tokens[at - 1]?.text === '~' && isEndlessRegex(stringValue(token.text)))
			refuse(
				'This regular expression',
				'it may try without an end',
				'Take out repeated groups and wildcards side by side, or use CONTAINS.'
			);
	});
}
