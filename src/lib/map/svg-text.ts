/** A text as SVG holds it. What XML forbids is left out. */
export function svgText(text: string): string {
	return text
		.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/"/g, '&quot;');
}

/** Two decimals are a fiftieth of what an eye sees. */
function rounded(value: number): number {
	return Math.round(value * 100) / 100;
}

/** An element without content, or with some; attributes that are null are left out. */
export function svgElement(
	name: string,
	attributes: Record<string, string | number | null>,
	content?: string
): string {
	const written = Object.entries(attributes)
		.filter((entry): entry is [string, string | number] => entry[1] !== null)
		.map(([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : svgText(value)}"`);
	const opening = `<${name}${written.join('')}`;
	return content === undefined ? `${opening}/>` : `${opening}>${content}</${name}>`;
}
