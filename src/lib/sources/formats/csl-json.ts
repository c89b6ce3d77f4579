import { listedNames } from '#lib/sources/fields/cited-names.ts';
import { paperRecord } from '#lib/sources/fields/paper-record.ts';
import type { Told, ToldRecord } from '#lib/sources/fields/told-record.ts';
import {
	isJsonObject,
	objectAt,
	objectsAt,
	stringAt,
	type JsonObject
} from '#lib/sources/parsing/json-paths.ts';
import type { RecordReader } from './json-records.ts';

/** True for records of reference managers in CSL's JSON, and for those of Crossref, which are nearly the same. */
export function isCslJson(head: string): boolean {
	return (
		/"(?:container-title|date-parts|title-short|citation-key|message-type|reference-count|is-referenced-by-count)"\s*:/.test(
			head
		) ||
		(/"type"\s*:\s*"(?:article-journal|paper-conference|chapter|book|report|thesis|article)"/.test(head) &&
			/"(?:DOI|author|issued)"\s*:/.test(head))
	);
}

/** `{ "date-parts": [[2020, 7]] }`, with texts in place of numbers, or `{ "raw": "July 2020" }`. */
function dateIn(date: unknown): unknown {
	if (!isJsonObject(date)) return date;
	const parts = date['date-parts'];
	const first: unknown = Array.isArray(parts) ? parts[0] : undefined;
	if (!Array.isArray(first)) return date['raw'] ?? date['literal'];
	const known = (first as unknown[]).filter(
		(part) => typeof part === 'number' || (typeof part === 'string' && part !== '')
	);
	return known.length > 0 ? known.join(' ') : undefined;
}

/** The most exact first among those of one publication: online and in print. */
function datesOf(item: JsonObject): Told[] {
	const names = ['issued', 'published', 'published-print', 'published-online', 'posted', 'created'];
	const dates = names.map((name): Told => [name, dateIn(item[name])]);
	return dates.filter(([, date]) => date !== undefined && date !== null);
}

function authorName(author: JsonObject): string | null {
	const family = [
		stringAt(author, 'dropping-particle'),
		stringAt(author, 'non-dropping-particle'),
		stringAt(author, 'family')
	];
	const parts = [stringAt(author, 'given'), ...family, stringAt(author, 'suffix')];
	const whole = parts.filter((part) => part !== null).join(' ');
	return whole || (stringAt(author, 'literal') ?? stringAt(author, 'name'));
}

/** What a relation says that another record of the same work is. */
const sameWork = ['is-preprint-of', 'has-preprint', 'is-version-of', 'has-version', 'is-identical-to'];

function otherVersions(item: JsonObject): unknown[] {
	return sameWork.flatMap((relation) => objectsAt(item, 'relation', relation).map(({ id }) => id));
}

/** Retractions are told as updates, by the paper that was retracted. */
function isWithdrawn(item: JsonObject): boolean {
	return objectsAt(item, 'updated-by').some(({ type }) => type === 'retraction' || type === 'withdrawal');
}

function titleOf(item: JsonObject): unknown {
	const title = stringAt(item, 'title');
	const subtitle = stringAt(item, 'subtitle');
	if (title === null) return Array.isArray(item['title']) ? undefined : item['title'];
	return subtitle === null || title.toLowerCase().includes(subtitle.toLowerCase())
		? title
		: `${title}: ${subtitle}`;
}

/** How our own exports tell in the note of an item that it was withdrawn; what a reader noted follows. */
const withdrawnNote = /^Withdrawn or retracted(?:\. |$)/;

function told(item: JsonObject): ToldRecord {
	const note = stringAt(item, 'note');
	const ownNote = note?.replace(withdrawnNote, '');
	return {
		title: titleOf(item),
		abstract: item['abstract'],
		dates: datesOf(item),
		authors: objectsAt(item, 'author').map(authorName),
		doi: item['DOI'],
		pubmed: item['PMID'],
		url: stringAt(item, 'URL') ?? stringAt(item, 'resource', 'primary', 'URL'),
		hints: [ownNote, stringAt(item, 'number')],
		venue:
			stringAt(item, 'container-title') ??
			stringAt(item, 'event-title') ??
			stringAt(objectAt(item, 'event'), 'name'),
		keywords: item['keyword'] ?? item['subject'],
		otherNames: otherVersions(item),
		key: item['id'],
		cites: [
			...objectsAt(item, 'reference').map((reference) => reference['DOI'] ?? reference['unstructured']),
			...listedNames(item['references'])
		],
		note: ownNote,
		withdrawn: isWithdrawn(item) || (note !== null && withdrawnNote.test(note))
	};
}

/** Whether one record is an item of CSL or a work of Crossref, by what only these hold. */
export function isCslItem(item: JsonObject): boolean {
	return (
		['issued', 'container-title', 'citation-key'].some((name) => name in item) ||
		Array.isArray(item['title']) ||
		objectsAt(item, 'author').some(({ family, given, literal }) => (family ?? given ?? literal) !== undefined)
	);
}

/** Reads an item of CSL JSON, as Zotero, Mendeley and others export it, or a work of Crossref. */
export const readCslItem: RecordReader = (item, source, record) => [paperRecord(told(item), source, record)];
