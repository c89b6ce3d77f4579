import { foldAccents } from '#lib/domain/fold-accents.ts';
import { fieldNames, type FieldName } from '#lib/sources/constants/field-names.ts';
import type { Columns } from '#lib/sources/source-record.ts';

/** Which names of a record hold which fields, the first one first. */
export type MatchedFields = Map<FieldName, string[]>;

/** `Publication Date`, `publication_date` and `publicationDate` are one name. */
function folded(name: string): string {
	return foldAccents(name)
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');
}

const known = new Map<string, { field: FieldName; rank: number }>();
for (const [field, lists] of Object.entries(fieldNames))
	for (const [rank, name] of lists.join(' ').split(' ').entries())
		known.set(name, { field: field as FieldName, rank });

/** The fields that a person may name, as they are written in `--columns`. */
export const namableFields = Object.keys(fieldNames) as FieldName[];

/** Names of anything: of a paper only beside fields that nothing else has. */
const weakTitles = new Set(['name', 'headline', 'heading']);
const telling: FieldName[] = ['abstract', 'authors', 'doi', 'arxiv', 'pubmed', 'year'];

/** Which fields the names of a record stand for, by what people write, or by what a person said of them. */
export function matchFields(names: string[], columns: Columns): MatchedFields {
	const ranked: { field: FieldName; name: string; rank: number }[] = [];
	const told = new Map(Object.entries(columns).map(([field, name]) => [folded(name), field as FieldName]));
	const taken = new Set(told.values());
	for (const name of names) {
		const key = folded(name);
		const field = told.get(key);
		const usual = known.get(key);
		if (field !== undefined) ranked.push({ field, name, rank: -1 });
		else if (usual && !taken.has(usual.field)) ranked.push({ ...usual, name });
	}
	const matched: MatchedFields = new Map();
	for (const { field, name } of ranked.sort((a, b) => a.rank - b.rank))
		matched.set(field, [...(matched.get(field) ?? []), name]);
	const title = matched.get('title')?.[0];
	if (title !== undefined && weakTitles.has(folded(title)) && !telling.some((field) => matched.has(field)))
		matched.delete('title');
	return matched;
}

/** What is said once of a file: which of its names were taken for what, where they are not the field's own. */
export function matchNote(matched: MatchedFields): string | null {
	const parts = [...matched].flatMap(([field, [name]]) =>
		field === 'hints' || name === undefined || folded(name) === folded(field) ? [] : [`${name} for ${field}`]
	);
	return parts.length === 0 ? null : `taken ${parts.join(', ')}`;
}
