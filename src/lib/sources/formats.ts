import { isDailyPapersPage, readDailyPapersPage } from './formats/daily-papers-page.ts';
import { isJson, isJsonLines, jsonLinesOf, jsonOf, type RecordReader } from './formats/json-records.ts';
import { ownJsonReader } from './formats/own-json.ts';
import type { Format, Source } from './source-record.ts';

/** A format of JSON is two: a record a line, and any other shape. */
function jsonFormats(
	name: string,
	isOne: (head: string) => boolean,
	make: (source: Source) => RecordReader,
	expects: string
): Format[] {
	return [
		{ name, recognises: (head) => isJsonLines(head) && isOne(head), read: jsonLinesOf(make), expects },
		{ name, recognises: (head) => isJson(head) && isOne(head), read: jsonOf(make), expects }
	];
}

/** Every format that is read. A file is of the first one that recognises its beginning. */
export const formats: Format[] = [
	...jsonFormats(
		'JSON and JSON Lines',
		() => true,
		ownJsonReader,
		'It reads objects with at least a title: one a line, or in one list.'
	),
	{
		name: 'the copied text of a Daily Papers page',
		recognises: isDailyPapersPage,
		read: readDailyPapersPage,
		expects: 'It reads the whole page, copied as text: titles, and abstracts in one line each.'
	}
];

/** What is read, as people call it. */
export const formatNames = [...new Set(formats.map(({ name }) => name))];
