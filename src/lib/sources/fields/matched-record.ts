import type { FieldName } from '#lib/sources/constants/field-names.ts';
import { listedNames } from './cited-names.ts';
import type { MatchedFields } from './match-fields.ts';
import type { Told, ToldRecord } from './told-record.ts';

function isTold(value: unknown): boolean {
	return (
		value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
	);
}

/** A value that wraps the one that is meant: `{ name: 'Journal of Ponds' }`, `['A title']`. */
function unwrapped(value: unknown): unknown {
	if (Array.isArray(value) && value.length === 1 && typeof value[0] === 'string') return value[0];
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	const inner = Object.entries(value).find(([key]) =>
		/^(?:name|title|display_name|text|value|raw)$/.test(key)
	);
	return inner?.[1] ?? value;
}

/** A record whose names were matched, as what it tells of a paper. */
export function matchedRecord(record: Record<string, unknown>, matched: MatchedFields): ToldRecord {
	const named = (field: FieldName): Told[] =>
		(matched.get(field) ?? []).map((name): Told => [name, record[name]]).filter(([, value]) => isTold(value));
	const first = (field: FieldName) => named(field)[0]?.[1];
	return {
		title: unwrapped(first('title')),
		abstract: first('abstract'),
		dates: [...named('date'), ...named('year')],
		authors: first('authors'),
		authorCount: first('authorCount'),
		doi: unwrapped(first('doi')),
		arxiv: unwrapped(first('arxiv')),
		pubmed: unwrapped(first('pubmed')),
		id: first('id'),
		url: unwrapped(first('url')),
		hints: [...named('url'), ...named('hints'), ...named('doi')].map(([, value]) => value),
		venue: unwrapped(first('venue')),
		organization: first('organization'),
		keywords: first('keywords'),
		comments: first('comments'),
		otherNames: listedNames(first('otherNames')),
		cites: listedNames(first('cites')),
		withdrawn: [true, 'true', 'yes', 1].some((yes) => yes === first('withdrawn'))
	};
}
