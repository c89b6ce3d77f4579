import { subscripts, superscripts } from '#lib/sources/constants/markup.ts';

function shifted(text: string, signs: Map<string, string>): string | null {
	const found = [...text].map((sign) => signs.get(sign));
	return found.every((sign) => sign !== undefined) ? found.join('') : null;
}

/** `2` below the line is `₂`; a text that has no such signs stays as it is: `V` and `max` are `Vmax`. */
export function subscript(text: string): string {
	return shifted(text.trim(), subscripts) ?? text;
}

/**
 * `-3` above the line is `⁻³`. Letters stay on the line unless they are one: `1st`, but `xⁿ`.
 */
export function superscript(text: string): string {
	const trimmed = text.trim();
	if (/\p{L}{2}/u.test(trimmed)) return text;
	return shifted(trimmed, superscripts) ?? text;
}
