import { matchFields, matchNote } from '#lib/sources/fields/match-fields.ts';
import { matchedRecord } from '#lib/sources/fields/matched-record.ts';
import { paperRecord } from '#lib/sources/fields/paper-record.ts';
import type { ToldRecord } from '#lib/sources/fields/told-record.ts';
import { tableRows, tableStyle } from '#lib/sources/parsing/table-rows.ts';
import type { TaggedRecord } from '#lib/sources/parsing/tagged-records.ts';
import type { Columns, Finding, Source } from '#lib/sources/source-record.ts';
import { toldOfTags } from './web-of-science.ts';

/** True for a table whose header names a title and something else of a paper, or whose title's column was told. */
export function isTable(head: string, columns: Columns): boolean {
	const header = tableStyle(head)?.header;
	if (!header) return false;
	if (isTagged(header) || isMap(header)) return true;
	const matched = matchFields(header, columns);
	return matched.has('title') && (matched.size > 1 || columns['title'] !== undefined);
}

/** Web of Science writes its tags above the columns. */
function isTagged(header: string[]): boolean {
	return ['PT', 'TI', 'SO', 'PY'].every((tag) => header.includes(tag));
}

/** The map of VOSviewer: its items have places, and a description in HTML where they are papers. */
function isMap(header: string[]): boolean {
	return ['label', 'x', 'y'].every((name) => header.includes(name));
}

function recordOf(header: string[], cells: string[]): Record<string, string> {
	return Object.fromEntries(header.map((name, at) => [name, cells[at] ?? '']));
}

/** Descriptions are short; what is longer is none of VOSviewer's. */
const longestDescription = 20_000;

/** What the description of a paper tells: rows of a table, each a name and a value. */
function describedRecord(row: Record<string, string>): Record<string, string> {
	const cell = '<td[^>]*>(.*?)</td>';
	const rows = (row['description'] ?? '')
		.slice(0, longestDescription)
		.matchAll(new RegExp(`<tr>\\s*${cell}\\s*${cell}\\s*</tr>`, 'gis'));
	const told = [...rows].map(([, name = '', value = '']) => [name.replace(/[:\s]+$/, ''), value]);
	return {
		...(Object.fromEntries(told) as Record<string, string>),
		url: row['url'] ?? ''
	};
}

type Toller = (row: Record<string, string>) => ToldRecord;

/** Column names of exports that mean something else than the name says, by what shows whose export it is. */
function toller(header: string[], columns: Columns): { told: Toller; note: string | null } {
	if (isTagged(header))
		return {
			told: (row) => toldOfTags(taggedRecord(row)),
			note: null
		};
	if (isMap(header)) {
		return {
			told: (row) => {
				const described = describedRecord(row);
				return matchedRecord(described, matchFields(Object.keys(described), columns));
			},
			note: null
		};
	}
	// Scopus: "Source" is Scopus itself, and its full names carry numbers.
	const isScopus = header.includes('EID') || header.includes('Source title');
	const second = header.includes('Author full names') ? ['Source', 'Authors'] : ['Source'];
	const names = isScopus ? header.filter((name) => !second.includes(name)) : header;
	const matched = matchFields(names, columns);
	return {
		told: (row) => {
			const told = matchedRecord(row, matched);
			if (isScopus && typeof told.authors === 'string') told.authors = told.authors.replace(/ ?\(\d+\)/g, '');
			if (/retracted/i.test(row['Document Type'] ?? '')) told.withdrawn = true;
			return told;
		},
		note: matchNote(matched)
	};
}

/** Tags above columns have many values in one cell, parted by semicolons. */
function taggedRecord(row: Record<string, string>): TaggedRecord {
	const parted = new Set(['AU', 'AF', 'CR']);
	const tags = Object.entries(row).map(([tag, value]): [string, string] => [
		tag,
		parted.has(tag) ? value.replace(/; /g, '\n') : value
	]);
	return { tags, problem: null };
}

/**
 * Reads a table with a header: CSV of Scopus, Zotero, VOSviewer and others by their columns' names, the table with tabs
 * of Web of Science, and any other whose columns are named as people name them, or as `columns` says. Says once what was
 * taken for what.
 */
export async function* readTable(bytes: AsyncIterable<Uint8Array>, source: Source): AsyncGenerator<Finding> {
	const { file, columns } = source;
	let reader: { told: Toller; note: string | null } | null = null;
	for await (const { number, cells, problem, style } of tableRows(bytes, tableStyle)) {
		if (!reader) {
			reader = toller(style.header, columns);
			if (reader.note !== null) yield { noted: { file, note: reader.note } };
		}
		if (problem !== null) yield { rejected: { file, record: number, reason: problem } };
		else if (cells.some((cell) => cell.trim() !== ''))
			yield paperRecord(reader.told(recordOf(style.header, cells)), source, number);
	}
}
