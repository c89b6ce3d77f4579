import { clauseWords } from './constants/cypher-words.ts';
import { queryCaps, type Counted } from './constants/query-caps.ts';
import { keyword, type Token } from './cypher-tokens.ts';
import { isQualified, nesting } from './nesting.ts';
import { patternParts } from './pattern-parts.ts';
import { refuse } from './refuse.ts';

const countedWords: Record<string, Counted> = {
	WHEN: 'cases',
	AND: 'connectives',
	OR: 'connectives',
	NOT: 'connectives',
	XOR: 'xors',
	UNION: 'unions'
};

const countedSigns: Record<string, Counted> = {
	...Object.fromEntries(['+', '-', '*', '/', '%', '^', '<', '>', '='].map((sign) => [sign, 'operators'])),
	'&': 'labelSigns',
	'!': 'labelSigns',
	'|': 'alternatives',
	'.': 'dots'
};

function countsFor(tokens: Token[], at: number): Counted[] {
	const token = tokens[at];
	const word = isQualified(tokens, at) ? '' : keyword(token);
	const found = [countedWords[word] ?? countedSigns[token?.text ?? '']];
	if (clauseWords.has(word) || word === 'MATCH') found.push('clauses');
	// The second colon of `:A:B`.
	if (token?.text === ':' && tokens[at - 2]?.text === ':' && tokens[at - 1]?.kind !== 'sign')
		found.push('labelSigns');
	return found.filter((counted) => counted !== undefined);
}

/** How many of each thing that has a cap a text holds. */
export function sizeOf(tokens: Token[]): Record<Counted, number> {
	const counts = Object.fromEntries(Object.keys(queryCaps).map((name) => [name, 0])) as Record<
		Counted,
		number
	>;
	tokens.forEach((_, at) => {
		for (const counted of countsFor(tokens, at)) counts[counted] += 1;
	});
	return { ...counts, ...nesting(tokens), ...patternParts(tokens) };
}

/** Refuses a text that the engine would plan for too long. */
export function checkSize(tokens: Token[]): void {
	for (const [name, count] of Object.entries(sizeOf(tokens))) {
		const { what, most } = queryCaps[name as Counted];
		if (count > most)
			refuse(
				what,
				`a query has ${most} at most, this one ${count}`,
				'Ask in smaller steps, or pass long lists as $parameters.'
			);
	}
}
