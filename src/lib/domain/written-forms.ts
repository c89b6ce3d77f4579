interface Written {
	label: string;
	name: string;
	aliases: readonly string[];
}

/** One word in the singular, as far as its ending tells: `policies` as `policy`, `losses` as `loss`, `bias` as it is. */
function singular(word: string): string {
	if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
	if (/(ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
	return /[^aius]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word;
}

/** What is the same for forms that differ in capitals, hyphens, blanks, number and a possessive alone. */
function folded(form: string): string {
	return form
		.toLowerCase()
		.split(/[\s\-\u2010-\u2015]+/)
		.map((word) => singular(word.replace(/['\u2019]s?$/, '')))
		.join('');
}

/**
 * How else a concept is written, each form once: `Chain-of-Thought` and `chains of thought` say nothing beside
 * `chain of thought`, nor does `LLMs` beside `LLM`. Of forms that are the same so far the first is told.
 */
export function writtenForms({ label, name, aliases }: Written): string[] {
	const met = new Set([folded(label)]);
	return [name, ...aliases].filter((form) => {
		const key = folded(form);
		if (met.has(key)) return false;
		met.add(key);
		return true;
	});
}
