import { headLines, recordBytes } from '#lib/sources/input/input-limits.ts';
import { linesOf } from '#lib/sources/input/lines.ts';
import { parseJson } from '#lib/sources/parsing/json-text.ts';
import { jsonValues, tooLong } from '#lib/sources/parsing/json-values.ts';
import { isWrappedJson, unwrappedJson, wrappedRecords } from '#lib/sources/parsing/unwrapped-json.ts';
import type { Finding, Reader, Source } from '#lib/sources/source-record.ts';

/** What is found in one object of JSON. */
export type RecordReader = (
	json: Record<string, unknown>,
	source: Source,
	record: number
) => Iterable<Finding>;

function isObject(text: string): boolean {
	try {
		const json: unknown = JSON.parse(text.replace(/,\s*$/, ''));
		return typeof json === 'object' && json !== null && !Array.isArray(json);
	} catch {
		return false;
	}
}

/**
 * True when one of the first lines is a JSON object, with a comma behind it or without: a broken line in front of it
 * costs that line alone. False for an array, and for an object whose first line is only its bracket.
 */
export function isJsonLines(head: string): boolean {
	const lines = head.split(/\r\n?|\n/, headLines + 1).filter((line) => line.trim() !== '');
	const first = lines[0]?.trim() ?? '';
	if (first.startsWith('[') || first === '{') return false;
	// A line each, within the list of an answer.
	if (isWrappedJson(head) && !isObject(first)) return false;
	if (lines.slice(0, headLines).some((line) => line.startsWith('{') && isObject(line))) return true;
	// Several lines that are all broken.
	return first.startsWith('{') && lines[1]?.startsWith('{') === true;
}

/** True for JSON of any other shape: an array of records, records over several lines. */
export function isJson(head: string): boolean {
	if (/^\s*[[{]/.test(head)) return true;
	try {
		JSON.parse(head);
		return true;
	} catch {
		return false;
	}
}

function* findingsIn(text: string, source: Source, record: number, read: RecordReader): Generator<Finding> {
	let json: unknown;
	try {
		json = parseJson(text);
	} catch (cause) {
		try {
			json = parseJson(text.replace(/,\s*$/, ''));
		} catch {
			const reason = `broken JSON (${cause instanceof Error ? cause.message : ''})`;
			yield { rejected: { file: source.file, record, reason } };
			return;
		}
	}
	for (const value of wrappedRecords(json)) {
		if (typeof value === 'object' && value !== null && !Array.isArray(value))
			yield* read(value as Record<string, unknown>, source, record);
		else yield { rejected: { file: source.file, record, reason: 'no object with a title' } };
	}
}

/** JSON Lines: a record a line. One that is broken or too long is rejected with the number of its line. */
async function* inLines(
	bytes: AsyncIterable<Uint8Array>,
	source: Source,
	read: RecordReader
): AsyncGenerator<Finding> {
	for await (const { number, text } of linesOf(bytes, recordBytes)) {
		if (text === null)
			yield { rejected: { file: source.file, record: number, reason: tooLong(recordBytes) } };
		else if (text.trim() !== '') yield* findingsIn(text, source, number, read);
	}
}

/** The records of a JSON array, or records one after the other, over however many lines, counted from 1. */
async function* inArray(
	bytes: AsyncIterable<Uint8Array>,
	source: Source,
	read: RecordReader
): AsyncGenerator<Finding> {
	let record = 0;
	let isAfterOther = false;
	for await (const { text, problem } of jsonValues(unwrappedJson(bytes), recordBytes)) {
		record += 1;
		const isOther = text !== null && !text.startsWith('{');
		// What is left of a broken record is told once.
		if (isOther && isAfterOther) continue;
		isAfterOther = isOther;
		if (text === null) yield { rejected: { file: source.file, record, reason: `broken JSON (${problem})` } };
		else yield* findingsIn(text, source, record, read);
	}
}

/** A reader of JSON Lines whose objects are read by `make`'s reader, made anew for each file. */
export function jsonLinesOf(make: (source: Source) => RecordReader): Reader {
	return (bytes, source) => inLines(bytes, source, make(source));
}

/** A reader of JSON of any other shape; see `jsonLinesOf`. */
export function jsonOf(make: (source: Source) => RecordReader): Reader {
	return (bytes, source) => inArray(bytes, source, make(source));
}
