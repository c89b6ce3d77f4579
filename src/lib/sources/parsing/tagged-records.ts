import { recordBytes } from '#lib/sources/input/input-limits.ts';
import { linesOf } from '#lib/sources/input/lines.ts';
import { tooLong } from './json-values.ts';

/** A record of lines with tags. `tags` keeps their order; a tag may stand in it many times. */
export interface TaggedRecord {
	tags: [tag: string, value: string][];
	/** Why it cannot be read; null where it can. */
	problem: string | null;
}

/** How the lines of a format of tags are read. */
export interface TagGrammar {
	/** A line with a tag: its groups are the tag and the value. */
	line: RegExp;
	/** A record begins with one of these. */
	begins: ReadonlySet<string>;
	/** It ends with this one; null where it ends with the next, or with an empty line. */
	ends: string | null;
	/** What other lines must look like to go on with the value before them; any that are not empty without it. */
	continued?: RegExp;
}

/**
 * The records of a text of tagged lines. What stands between records is passed over; a record that is longer than
 * `recordBytes`, or in which another begins before it ends, costs itself alone (the latter nothing: it ends there).
 */
export async function* taggedRecords(
	bytes: AsyncIterable<Uint8Array>,
	{ line: pattern, begins, ends, continued = /\S/ }: TagGrammar
): AsyncGenerator<TaggedRecord> {
	let record: TaggedRecord | null = null;
	let size = 0;
	for await (const { text } of linesOf(bytes, recordBytes)) {
		size += text === null ? recordBytes + 1 : Buffer.byteLength(text);
		if (record && size > recordBytes) Object.assign(record, { tags: [], problem: tooLong(recordBytes) });
		if (text === null) continue;
		const [, tag, value = ''] = pattern.exec(text) ?? [];
		if (tag === undefined) {
			const last = record?.tags.at(-1);
			if (last && continued.test(text)) last[1] += `\n${text.trim()}`;
			else if (record && ends === null && text.trim() === '') {
				yield record;
				record = null;
			}
		} else if (tag === ends) {
			if (record) yield record;
			record = null;
		} else if (begins.has(tag)) {
			if (record) yield record;
			record = { tags: [[tag, value.trim()]], problem: null };
			size = Buffer.byteLength(text);
		} else if (record?.problem === null) record.tags.push([tag, value.trim()]);
	}
	if (record) yield record;
}

/** The values of some tags, those of the first tag that is there first. */
export function valuesOf({ tags }: TaggedRecord, ...names: string[]): string[] {
	return names.flatMap((name) =>
		tags.filter(([tag, value]) => tag === name && value !== '').map(([, value]) => value)
	);
}

/** The values of the first of some tags that has any. */
export function firstValues(record: TaggedRecord, ...names: string[]): string[] {
	return names.map((name) => valuesOf(record, name)).find((values) => values.length > 0) ?? [];
}

/** The lines of a value as one text. */
export function joined(value: string | undefined): string | undefined {
	return value
		?.split('\n')
		.map((line) => line.trim())
		.join(' ');
}
