import { wordAt } from './clause-word.ts';
import { clauseWords } from './constants/cypher-words.ts';
import { queryCaps, type Counted } from './constants/query-caps.ts';
import type { Token } from '#lib/domain/cypher/cypher-tokens.ts';
import { doublings } from './doublings.ts';
import { labelChoices } from './label-choices.ts';
import { nesting } from './nesting.ts';
import { patternParts } from './pattern-parts.ts';
import { refuse } from './refuse.ts';

const countedWords = new Map<string, Counted>([
	['WHEN', 'cases'],
	['AND', 'connectives'],
	['OR', 'connectives'],
	['NOT', 'connectives'],
	['XOR', 'xors'],
	['UNION', 'unions']
]);

const countedSigns = new Map<string, Counted>([
	...['+', '-', '*', '/', '%', '^', '<', '>', '='].map((sign): [string, Counted] => [sign, 'operators']),
	['&', 'labelSigns'],
	['!', 'labelSigns'],
	['|', 'alternatives'],
	['.', 'dots']
]);

const literals: ReadonlySet<string | undefined> = new Set(['string', 'number']);

/** What only its neighbours tell. */
function countsByPlace(tokens: Token[], at: number): Counted | undefined {
	const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
	// The second colon of `:A:B`.
	if (token?.text === ':' && tokens[at - 2]?.text === ':' && before?.kind !== 'sign') return 'labelSigns';
	if (token?.text === '[') return before?.text === ']' ? 'dots' : undefined;
	if (token?.text === ',')
		return literals.has(before?.kind) && literals.has(next?.kind) ? undefined : 'items';
	const word = wordAt(tokens, at);
	// Not the second word of STARTS WITH.
	const isClause =
		clauseWords.has(word) && wordAt(tokens, at - 1) !== 'STARTS' && wordAt(tokens, at - 1) !== 'ENDS';
	return isClause || word === 'MATCH' ? 'clauses' : undefined;
}

function countsFor(tokens: Token[], at: number): Counted[] {
	const found = [
		countedWords.get(wordAt(tokens, at)),
		countedSigns.get(tokens[at]?.text ?? ''),
		countsByPlace(tokens, at)
	];
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
	return {
		...counts,
		...nesting(tokens),
		...patternParts(tokens),
		labelChoices: labelChoices(tokens),
		doublings: doublings(tokens)
	};
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
