import { writtenJson, writtenNumber } from '#lib/server/door/json-body.ts';

/** Length of what is read as JSON: beyond it, it is a text. */
const longest = 20_000;

/**
 * What a value that somebody typed for a `$parameter` is: a number (whole ones with all their digits, those with a point
 * or an exponent as floats), true, false or null, a list or map of JSON, a text in double quotes, and everything else as
 * the text that it is.
 */
export function typedValue(text: string): unknown {
	if (/^-?\d+$/.test(text)) return BigInt(text);
	if (/^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/.test(text) && Number.isFinite(Number(text)))
		return writtenNumber(text);
	if (!/^([[{"]|(true|false|null)$)/.test(text) || text.length > longest) return text;
	try {
		return writtenJson(text);
	} catch {
		return text;
	}
}
