import { cleanText, isBlank } from './clean-text.ts';
import { plainText } from './plain-text.ts';

/** Signs that part keywords in one text, the first that is there; commas only where there is no other. */
const signs = [/[;\uff1b]/, /[|\u2022\u00b7\r\n]/, /\t/, /[,\uff0c\u3001]/];

function partsOf(text: string): string[] {
	const sign = signs.find((one) => one.test(text));
	return sign ? text.split(sign) : [text];
}

function textOf(entry: unknown): string[] {
	if (typeof entry === 'string') return [entry];
	if (typeof entry !== 'object' || entry === null) return [];
	const named = Object.entries(entry).find(([key]) =>
		/^(?:display_name|name|keyword|tag|term|label|value)$/.test(key)
	);
	return typeof named?.[1] === 'string' ? [named[1]] : [];
}

/**
 * The keywords of a record: of one text its parts, of a list its entries, each once. The star by which catalogues of
 * medicine mark a main subject is no part of one. Null for a value that holds none.
 */
export function keywordList(value: unknown): string[] | null {
	const texts =
		typeof value === 'string' ? partsOf(value) : Array.isArray(value) ? value.flatMap(textOf) : null;
	if (texts === null) return null;
	const found = new Map<string, string>();
	for (const text of texts) {
		const keyword = cleanText(plainText(text).replace(/^\*+\s*|(?<=\/)\*/g, '')).replace(/[.;,]+$/, '');
		const key = keyword.toLowerCase();
		if (!isBlank(keyword) && !found.has(key)) found.set(key, keyword);
	}
	return [...found.values()];
}
