import { cypherTokens, keyword, meaningful, type Token } from '#lib/domain/cypher/cypher-tokens.ts';

/** Functions that answer something else each time. */
const random = new Set(['RAND', 'RANDOMUUID', 'UUID', 'TIMESTAMP']);
/** Functions that make a time; what they tell where nothing is given to them is the time of the question. */
const clocks = new Set(
	(
		'DATE TIME DATETIME LOCALTIME LOCALDATETIME LOCAL_TIME LOCAL_DATETIME ZONED_TIME ZONED_DATETIME ' +
		'CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP'
	).split(' ')
);
/** Their forms that tell nothing but what is given to them. */
const givenForms = new Set(['FROMEPOCH', 'FROMEPOCHMILLIS']);

/** The name of a function in capitals: one in back quotes is the same function. */
function functionName(token: Token): string {
	return token.kind === 'name' ? token.text.replaceAll('`', '').toUpperCase() : keyword(token);
}

const opening = ['(', '[', '{'];
const closing = [')', ']', '}'];

/** Whether what is given to a function, from behind its bracket on, is two things or more. */
function isGivenTwo(tokens: readonly Token[], from: number): boolean {
	let depth = 0;
	for (const { text } of tokens.slice(from)) {
		if (depth === 0 && text === ',') return true;
		if (opening.includes(text)) depth += 1;
		else if (closing.includes(text)) depth -= 1;
		if (depth < 0) return false;
	}
	return false;
}

/** Whether the clock at `at` tells the time of the question: `date()`, `date({timezone: 'UTC'})`, `date.truncate('day')`. */
function tellsNow(tokens: readonly Token[], at: number): boolean {
	const [next, after] = [tokens[at + 1]?.text, tokens[at + 2]];
	if (next === '(') return after?.text === ')' || after?.text === '{';
	if (next !== '.' || tokens[at + 3]?.text !== '(' || !after) return false;
	const form = functionName(after);
	return form === 'TRUNCATE' ? !isGivenTwo(tokens, at + 4) : !givenForms.has(form);
}

/**
 * Whether a query asks the graph alone: one that looks at the clock or throws dice has another answer each time, though
 * the graph is the same. In doubt it is taken for one of these: it is only asked again.
 */
export function isTimeless(cypher: string): boolean {
	const tokens = meaningful(cypherTokens(cypher));
	return !tokens.some((token, at) => {
		const name = functionName(token);
		return random.has(name) ? tokens[at + 1]?.text === '(' : clocks.has(name) && tellsNow(tokens, at);
	});
}
