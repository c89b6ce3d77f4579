import { recordBytes, headLines } from './input-limits.ts';
import { parseJson } from './json-text.ts';
import { jsonValues, tooLong } from './json-values.ts';
import { linesOf } from './lines.ts';
import { readPaperRecord } from './paper-record.ts';
import type { Finding, Source } from './source-record.ts';

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

function findingIn(text: string, source: Source, record: number): Finding {
	let json: unknown;
	try {
		json = parseJson(text);
	} catch (cause) {
		try {
			json = parseJson(text.replace(/,\s*$/, ''));
		} catch {
			const reason = `broken JSON (${cause instanceof Error ? cause.message : ''})`;
			return { rejected: { file: source.file, record, reason } };
		}
	}
	return readPaperRecord(json, source, record);
}

/** Reads JSON Lines: a record a line. One that is broken or too long is rejected with the number of its line. */
export async function* readJsonLines(
	bytes: AsyncIterable<Uint8Array>,
	source: Source
): AsyncGenerator<Finding> {
	for await (const { number, text } of linesOf(bytes, recordBytes)) {
		if (text === null)
			yield { rejected: { file: source.file, record: number, reason: tooLong(recordBytes) } };
		else if (text.trim() !== '') yield findingIn(text, source, number);
	}
}

/** Reads the records of a JSON array, or records one after the other, over however many lines, counted from 1. */
export async function* readJson(bytes: AsyncIterable<Uint8Array>, source: Source): AsyncGenerator<Finding> {
	let record = 0;
	let isAfterOther = false;
	for await (const { text, problem } of jsonValues(bytes, recordBytes)) {
		record += 1;
		const isOther = text !== null && !text.startsWith('{');
		// What is left of a broken record is told once.
		if (isOther && isAfterOther) continue;
		isAfterOther = isOther;
		if (text === null) yield { rejected: { file: source.file, record, reason: `broken JSON (${problem})` } };
		else yield findingIn(text, source, record);
	}
}
