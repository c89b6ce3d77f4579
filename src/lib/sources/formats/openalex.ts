import { paperRecord } from '#lib/sources/fields/paper-record.ts';
import type { ToldRecord } from '#lib/sources/fields/told-record.ts';
import { objectAt, objectsAt, stringAt, type JsonObject } from '#lib/sources/parsing/json-paths.ts';
import type { RecordReader } from './json-records.ts';

export function isOpenAlex(head: string): boolean {
	return /"abstract_inverted_index"|"https:\/\/openalex\.org\/W\d/.test(head);
}

/** Positions beyond this are no word's: abstracts have some hundreds of words, the longest book reviews 20,000. */
const mostWords = 50_000;

/** An abstract of which an index is told: its words, each with the places where it stands. */
export function textOfIndex(index: JsonObject | null): string | null {
	if (!index) return null;
	const words: string[] = [];
	for (const [word, places] of Object.entries(index))
		for (const place of Array.isArray(places) ? (places as unknown[]) : [])
			if (typeof place === 'number' && Number.isInteger(place) && place >= 0 && place < mostWords)
				words[place] = word;
	return words.filter((word) => word !== '').join(' ');
}

/** `https://openalex.org/W123` as a name of a paper. */
function openAlexName(address: unknown): string[] {
	const [, number] = /(?:^|\/)(W\d+)$/i.exec(typeof address === 'string' ? address : '') ?? [];
	return number === undefined ? [] : [`openalex:${number.toLowerCase()}`];
}

/** Versions of a work stand at several places, each with its address: arXiv's and that of a publisher. */
function addresses(work: JsonObject): (string | null)[] {
	const places = [
		objectAt(work, 'primary_location'),
		objectAt(work, 'best_oa_location'),
		...objectsAt(work, 'locations')
	];
	return places.flatMap((place) => [stringAt(place, 'landing_page_url'), stringAt(place, 'pdf_url')]);
}

function told(work: JsonObject): ToldRecord {
	const found = addresses(work);
	const keywords = objectsAt(work, 'keywords').map(
		(keyword) => stringAt(keyword, 'display_name') ?? stringAt(keyword, 'keyword')
	);
	return {
		title: stringAt(work, 'title') ?? stringAt(work, 'display_name'),
		abstract: textOfIndex(objectAt(work, 'abstract_inverted_index')) ?? stringAt(work, 'abstract'),
		dates: [
			['publication_date', work['publication_date']],
			['publication_year', work['publication_year']]
		],
		authors: objectsAt(work, 'authorships').map(
			(authorship) =>
				stringAt(authorship, 'author', 'display_name') ?? stringAt(authorship, 'raw_author_name')
		),
		doi: work['doi'] ?? objectAt(work, 'ids')?.['doi'],
		pubmed: objectAt(work, 'ids')?.['pmid'],
		hints: found.filter((address) => address !== null && /arxiv\.org/.test(address)),
		url: found.find((address) => address !== null) ?? work['id'],
		venue:
			stringAt(work, 'primary_location', 'source', 'display_name') ??
			stringAt(work, 'host_venue', 'display_name'),
		keywords: keywords.filter((keyword) => keyword !== null),
		otherNames: openAlexName(work['id']),
		cites: (Array.isArray(work['referenced_works']) ? (work['referenced_works'] as unknown[]) : []).flatMap(
			openAlexName
		),
		withdrawn: work['is_retracted'] === true
	};
}

/** Whether one record is a work of OpenAlex, by what only these hold. */
export function isOpenAlexWork(work: JsonObject): boolean {
	return (
		['abstract_inverted_index', 'authorships', 'display_name'].some((name) => name in work) ||
		/^https:\/\/openalex\.org\/W\d/.test(stringAt(work, 'id') ?? '')
	);
}

/** Reads works of OpenAlex, their abstracts out of the index of their words. */
export const readOpenAlexWork: RecordReader = (work, source, record) => [
	paperRecord(told(work), source, record)
];
