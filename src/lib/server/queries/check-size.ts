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

type Counts = Partial<Record<Counted, number>>;

const countedByToken: readonly Counted[] = [
	...new Set([...countedWords.values(), ...countedSigns.values(), 'items', 'clauses'] as const)
];

/** What a token and its neighbours tell, counted up to where there is twice as much of something as there may be. */
function countsByToken(tokens: Token[]): Counts {
	const counts = new Map(countedByToken.map((name) => [name, 0]));
	for (const at of tokens.keys()) {
		const found = countsFor(tokens, at);
		for (const name of found) counts.set(name, (counts.get(name) ?? 0) + 1);
		if (found.some((name) => (counts.get(name) ?? 0) > 2 * queryCaps[name].most)) break;
	}
	return Object.fromEntries(counts);
}

/**
 * Ways of counting, the cheapest first: a text that is refused for one thing is not counted for the others. A page waits for
 * a hostile text of 20,000 characters as long as it is counted.
 */
const countings: readonly ((tokens: Token[]) => Counts)[] = [
	nesting,
	countsByToken,
	patternParts,
	(tokens) => ({ labelChoices: labelChoices(tokens), doublings: doublings(tokens) })
];

/** How many of each thing that has a cap a text holds; of what is above its cap, at least one more. */
export function sizeOf(tokens: Token[]): Counts {
	return Object.assign({}, ...countings.map((count) => count(tokens))) as Counts;
}

/** Refuses a text that the engine would plan for too long. */
export function checkSize(tokens: Token[]): void {
	for (const count of countings)
		for (const [name, counted] of Object.entries(count(tokens))) {
			const { what, most } = queryCaps[name as Counted];
			if (counted > most)
				refuse(
					what,
					`a query has ${most} at most`,
					'Ask in smaller steps, or pass long lists as $parameters.'
				);
		}
}
