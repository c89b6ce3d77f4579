import { escapeUTF8 } from 'entities';

/** What XML 1.0 forbids, escaped or not: control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A text as XML and HTML hold it, in an element or an attribute; tabs and line ends stay what they are. */
export function xmlText(text: string): string {
	return escapeUTF8(text.replace(forbidden, '')).replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Attributes of an element, each with a blank before it: ` id="a" label="b"`. */
export function xmlAttributes(values: Record<string, string | number>): string {
	return Object.entries(values)
		.map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
		.join('');
}
