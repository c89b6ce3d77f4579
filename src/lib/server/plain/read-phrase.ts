import { articles, courtesies, months, phrasePatterns } from './constants/phrase-patterns.ts';

/** What a phrase may mean: a shipped query, and the words of it that are its values. Nothing is looked up yet. */
export interface Reading {
	query: string;
	values: Record<string, string[]>;
}

/** Longer phrases are no questions; patterns are tried on none of them. */
const longest = 200;

const compiled = phrasePatterns.map(({ query, patterns, fixed = {} }) => ({
	...{ query, fixed },
	patterns: patterns.map((pattern) => new RegExp(`^${pattern}$`, 'i'))
}));

/** `2025`, `2025-06`, `June 2025`, `this year` and `last year` as dates; null for anything else. */
function dateIn(text: string, now: Date): string | null {
	const wanted = text.trim().toLowerCase();
	if (/^\d{4}(-\d\d(-\d\d)?)?$/.test(wanted)) return wanted;
	if (wanted === 'this year') return String(now.getUTCFullYear());
	if (wanted === 'last year') return String(now.getUTCFullYear() - 1);
	const named = /^([a-z]{3,9})\.? (\d{4})$/.exec(wanted);
	const month = months.findIndex((name) => named?.[1] !== undefined && name.startsWith(named[1]));
	return named && month >= 0 ? `${named[2] ?? ''}-${String(month + 1).padStart(2, '0')}` : null;
}

const singular: Record<string, string> = { theories: 'theory' };
const plain = (text: string) =>
	text
		.trim()
		.replace(articles, '')
		.replace(/^["“'](.*)["”']$/, '$1')
		.trim();

/** The values of one group of a pattern; null where they do not fit. */
function valuesOf(name: string, text: string, now: Date): string[] | null {
	if (name === 'from') {
		const date = dateIn(text, now);
		return date === null ? null : [date];
	}
	if (name === 'kind') {
		const kind = text.toLowerCase();
		return [singular[kind] ?? kind.replace(/s$/, '')];
	}
	const parts =
		name === 'concepts' ? text.split(/,\s*(?:and\s+)?|\s+(?:and|&|vs\.?|versus)\s+|\s*\+\s+/i) : [text];
	const values = parts.map(plain).filter((part) => part !== '');
	return values.length > 0 ? values : null;
}

/**
 * What a phrase may mean, the best reading first; none for words that are no question. `now` is for "this year".
 * `readPhrase('papers on GRPO since 2025')` is papers-about-several-concepts with concepts GRPO, from 2025.
 */
export function readPhrase(phrase: string, now: Date): Reading[] {
	const said = phrase
		.trim()
		.replace(/\s+/g, ' ')
		.replace(/\s*[?!.]+$/, '');
	if (said.length > longest) return [];
	const readings: Reading[] = [];
	for (const { query, patterns, fixed } of compiled) {
		for (const asked of [said, said.replace(courtesies, '').replace(articles, '')]) {
			const found = patterns.map((pattern) => pattern.exec(asked)).find((match) => match !== null);
			if (!found) continue;
			const groups = Object.entries(found.groups ?? {}).filter(
				([, text]) => (text as string | undefined) !== undefined
			);
			const values = groups.map(([name, text]) => [name, valuesOf(name, text, now)] as const);
			if (values.some(([, all]) => all === null)) continue;
			const told = Object.fromEntries(values.map(([name, all]) => [name, all ?? []]));
			readings.push({
				query,
				values: {
					...Object.fromEntries(Object.entries(fixed).map(([name, text]) => [name, [text]])),
					...told
				}
			});
			break;
		}
	}
	return readings;
}
