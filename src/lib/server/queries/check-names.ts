import { keyword, type Token } from '#lib/domain/cypher/cypher-tokens.ts';
import { listedFunctions, listedProcedures } from './constants/listed-names.ts';
import { refuse } from './refuse.ts';

/** `db`, `` `db` `` -> `db`; anything that is no part of a name -> null. */
function namePart(token: Token | undefined): string | null {
	if (token?.kind === 'word') return token.text;
	return token?.kind === 'name' ? token.text.replace(/^`|`$/g, '').replaceAll('``', '`') : null;
}

/** The parts of the dotted name that begins at a token. */
function dottedName(tokens: Token[], from: number): string[] {
	const parts: string[] = [];
	for (let at = from; ; at += 2) {
		const part = namePart(tokens[at]);
		if (part === null) return parts;
		parts.push(part);
		if (tokens[at + 1]?.text !== '.') return parts;
	}
}

/**
 * Refuses procedures, and functions with a dot, that are not listed. Not left to the plan alone: what a subquery
 * inside an expression calls does not show there (`any(x IN [1] WHERE EXISTS { CALL … })`).
 */
export function checkNames(tokens: Token[]): void {
	for (let at = 0; at < tokens.length; at += 1) {
		const parts = tokens[at - 1]?.text === '.' ? [] : dottedName(tokens, at);
		if (parts.length < 2) continue;
		const name = parts.join('.');
		const isCalled = keyword(tokens[at - 1]) === 'CALL' && tokens[at - 2]?.text !== '.';
		const hasArguments = tokens[at + 2 * parts.length - 1]?.text === '(';
		if (isCalled && !listedProcedures.has(name.toLowerCase()))
			refuse(`CALL ${name}`, 'this procedure is not listed');
		if (!isCalled && hasArguments && !listedFunctions.has(name.toLowerCase()))
			refuse(`${name}()`, 'only functions of the engine itself and listed procedures may be called');
	}
}
