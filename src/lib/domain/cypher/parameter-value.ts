/** Levels and length of what is read as JSON: beyond them it is a text. */
const longest = 20_000;

/**
 * What a value that somebody typed for a `$parameter` is: a number (whole ones with all their digits), true, false or
 * null, a list or map of JSON, a text in double quotes, and everything else as the text that it is.
 */
export function parameterValue(text: string): unknown {
	if (/^-?\d+$/.test(text)) return BigInt(text);
	if (/^(-?\d+\.\d+|true|false|null)$/.test(text)) return JSON.parse(text) as unknown;
	if (/^[[{"]/.test(text) && text.length <= longest) {
		try {
			return JSON.parse(text) as unknown;
		} catch {
			return text;
		}
	}
	return text;
}
