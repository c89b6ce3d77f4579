import { subscripts, superscripts } from '#lib/sources/constants/markup.ts';

function shifted(text: string, signs: Map<string, string>): string | null {
	const found = Array.from(text, (sign) => signs.get(sign));
	return found.every((sign) => sign !== undefined) ? found.join('') : null;
}

/** `2` below the line is `₂`; words stay on the line: `V` and `max` are `Vmax`. */
export function subscript(text: string): string {
	return script(text, subscripts);
}

/** `-3` above the line is `⁻³`; words stay on the line: `1st`, but `xⁿ`. */
export function superscript(text: string): string {
	return script(text, superscripts);
}

function script(text: string, signs: Map<string, string>): string {
	return /\p{L}{2}/u.test(text) ? text : (shifted(text.trim(), signs) ?? text);
}
