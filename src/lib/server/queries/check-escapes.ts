import type { Token } from '#lib/domain/cypher/cypher-tokens.ts';
import { refuse } from './refuse.ts';

const escape = /\\(?:u([\da-fA-F]{4})|[^])/g;

/** The characters that end a string or escape what comes after them. */
const delimiters = new Set(['"', "'", '\\', '`']);

function checkString(text: string): void {
	for (const [written, code] of text.matchAll(escape)) {
		if (code !== undefined && delimiters.has(String.fromCharCode(parseInt(code, 16))))
			refuse(written, 'it ends the string that it stands in', 'Write the character itself.');
	}
}

/**
 * Refuses text that one lexer may read otherwise than another. The engine decodes `\uXXXX` before it looks for
 * strings, names and comments, so that an escape can end any of them; outside strings nobody needs one.
 */
export function checkEscapes(tokens: Token[]): void {
	for (const { kind, text } of tokens) {
		if (kind === 'string') checkString(text);
		else if (text === '\\' || /\\u/i.test(text))
			refuse('\\u', 'outside strings nothing is escaped', 'Write the character itself.');
		else if (kind === 'hidden')
			refuse(
				'A character that shows nothing',
				`it is U+${text.codePointAt(0)?.toString(16).padStart(4, '0').toUpperCase() ?? ''}`,
				'Take it out, or put the name that holds it in back quotes.'
			);
	}
}
