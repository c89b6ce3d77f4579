import { paperLimits } from '#lib/domain/limits.ts';
import { citedName } from './identifiers.ts';

/** What people call the names of a paper, in the objects of a list of references. */
const nameFields = /^(?:doi|arxiv|arxiv_?id|id|paper_?id|key|url)$/i;
/** Ids and citation keys have fewer characters, and no blanks. */
const longestKey = 200;

/** What is cited, as a text or as an object that has its names. */
function namesIn(entry: unknown): unknown[] {
	if (typeof entry !== 'object' || entry === null) return [entry];
	const names = Object.entries(entry).filter(([name]) => nameFields.test(name));
	return names.map(([, value]: [string, unknown]) => value);
}

/** Names that commas or blanks part, where the text is no sentence: one word between commas, or words with digits. */
function partsOf(text: string): string[] {
	const trimmed = text.trim();
	const words = trimmed.split(/,\s*|\s+/).filter(Boolean);
	const isList = /^[^\s,]+(?:,\s*[^\s,]+)+$/.test(trimmed) || words.every((word) => /[\d:_/]/.test(word));
	return isList && !/\barxiv[:\s]\s*\d/i.test(trimmed) ? words : [trimmed];
}

/** The entries of names in a row (of references, of other versions): a list of any kind, or a text, also a printed list. */
export function listedNames(value: unknown): unknown[] {
	if (Array.isArray(value)) return value.flatMap(namesIn);
	if (typeof value !== 'string') return [];
	const printed = /^\s*\[(.*)\]\s*$/s.exec(value)?.[1];
	const text = printed === undefined ? value : printed.replace(/["']/g, '');
	return text.split(/[;\n]/).flatMap(partsOf);
}

/** What a record cites, by names that everyone knows, and by ids of its own file's records, in lower case. */
export function readCites(entries: readonly unknown[]): { names: string[]; own: string[] } {
	const names: string[] = [];
	const own = new Set<string>();
	for (const entry of entries) {
		const text = typeof entry === 'number' || typeof entry === 'bigint' ? String(entry) : entry;
		if (typeof text !== 'string') continue;
		const name = citedName(text);
		const key = text.trim().toLowerCase();
		if (name !== null) names.push(name);
		else if (key !== '' && key.length <= longestKey && !/\s/.test(key) && own.size < paperLimits.cites.most)
			own.add(key);
	}
	return { names, own: [...own] };
}
