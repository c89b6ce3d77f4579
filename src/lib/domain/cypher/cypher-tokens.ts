/**
 * What a stretch of Cypher is to the engine's lexer. `name` is a back-quoted name, `word` one without quotes (keywords
 * are words: only their place tells them from names), `hidden` a character that shows nothing, `sign` any other one.
 */
export type TokenKind =
	'space' | 'comment' | 'string' | 'name' | 'word' | 'parameter' | 'number' | 'hidden' | 'sign';

export interface Token {
	kind: TokenKind;
	/** As it is written, quotes and escapes included. */
	text: string;
	/** Where it begins, in UTF-16 code units. */
	at: number;
}

/** What Cypher takes for white space: Java's, so U+001C to U+001F as well. */
const spaces = String.raw`\t-\r\x1c-\x20\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000`;
const word = String.raw`[\p{ID_Start}\p{Pc}](?:(?!\p{Cf})[\p{ID_Continue}\p{Sc}])*`;

/**
 * In the order they are tried; each found out by trying it on Neo4j 5.26 and 2026.09. A comment ends at `\n` and at `\r`
 * (not at U+2028 or U+0085); strings run over lines; a quote inside back quotes opens nothing; a name doubles its back
 * quote; what is not closed runs to the end. U+0085 is a space to Cypher 25 and a part of a word to Cypher 5: hidden.
 */
const shapes: [TokenKind, RegExp][] = [
	['space', new RegExp(`[${spaces}]+`, 'y')],
	['comment', /\/\/[^\n\r]*|\/\*[^]*?(?:\*\/|$)/y],
	['string', /'(?:[^'\\]|\\[^]|\\$)*'?|"(?:[^"\\]|\\[^]|\\$)*"?/y],
	['name', /`(?:[^`]|``)*`?/y],
	['parameter', new RegExp(String.raw`\$(?:${word}|\d+|${'`'}(?:[^${'`'}]|${'``'})*${'`'}?)`, 'uy')],
	['word', new RegExp(word, 'uy')],
	['number', /0[xX][\da-fA-F_]+|0o[0-7_]+|(?:\d[\d_]*(?:\.\d[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?\d+)?/y],
	['hidden', /[\p{Cc}\p{Cf}]/uy],
	['sign', /[^]/uy]
];

function tokenAt(cypher: string, at: number): Token {
	for (const [kind, shape] of shapes) {
		shape.lastIndex = at;
		const text = shape.exec(cypher)?.[0];
		if (text) return { kind, text, at };
	}
	// A half of a surrogate pair, that no shape with the flag `u` begins in.
	return { kind: 'sign', text: cypher.charAt(at), at };
}

/** The tokens of a text: each begins where the one before ends, and together they are the text. */
export function cypherTokens(cypher: string): Token[] {
	const tokens: Token[] = [];
	for (let at = 0; at < cypher.length; at += tokens.at(-1)?.text.length ?? 1)
		tokens.push(tokenAt(cypher, at));
	return tokens;
}

/** The tokens that mean something: no space and no comment. */
export function meaningful(tokens: Token[]): Token[] {
	return tokens.filter(({ kind }) => kind !== 'space' && kind !== 'comment');
}

/** A keyword in capitals when the token is a word, else ''. */
export function keyword(token: Token | undefined): string {
	return token?.kind === 'word' ? token.text.toUpperCase() : '';
}
