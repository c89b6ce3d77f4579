import { WrittenFloat } from '#lib/domain/written-float.ts';

function numberText(value: number): string {
	return Object.is(value, -0) ? '-0.0' : JSON.stringify(value);
}

/** A whole number is written so that nobody takes it for one. */
function floatText({ value }: WrittenFloat): string {
	const text = numberText(value);
	return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

/**
 * A value as JSON in which whole numbers of any length, and floats that happen to be whole, are told apart. What the
 * value says of itself by its keys (`toJSON`, a library's own mark) means nothing: it is people's, and only its shape
 * counts. It may be nested as deep as parameters may be.
 */
export function encodedValue(value: unknown): string {
	if (value === null || value === undefined) return 'null';
	if (value instanceof WrittenFloat) return floatText(value);
	if (typeof value === 'bigint') return String(value);
	if (typeof value === 'number') return numberText(value);
	if (Array.isArray(value)) return `[${value.map(encodedValue).join(',')}]`;
	if (typeof value !== 'object') return JSON.stringify(value);
	const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
	return `{${entries.map(([name, entry]) => `${JSON.stringify(name)}:${encodedValue(entry)}`).join(',')}}`;
}
