import { parse } from 'lossless-json';

/** An integer that a JavaScript number may not hold has at least sixteen digits. */
const longNumber = /\d{16}/;

function exactNumber(digits: string): number | bigint {
	const number = Number(digits);
	return /^-?\d+$/.test(digits) && !Number.isSafeInteger(number) ? BigInt(digits) : number;
}

/** JSON as values; integers beyond 2^53 are bigints, so that an id keeps its digits. Throws SyntaxError. */
export function parseJson(text: string): unknown {
	const json: unknown = JSON.parse(text);
	if (!longNumber.test(text)) return json;
	try {
		return parse(text, null, { parseNumber: exactNumber, onDuplicateKey: ({ newValue }) => newValue });
	} catch {
		// Nested deeper than that parser goes: the digits are lost, the record is not.
		return json;
	}
}
