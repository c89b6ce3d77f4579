import { paperRecord } from '#lib/sources/fields/paper-record.ts';
import type { ToldRecord } from '#lib/sources/fields/told-record.ts';
import { taggedRecords, type TaggedRecord, type TagGrammar } from '#lib/sources/parsing/tagged-records.ts';
import type { Reader } from '#lib/sources/source-record.ts';

/** A reader of records of tagged lines: `told` says what one tells of a paper. Records count from 1. */
export function taggedFormat(grammar: TagGrammar, told: (record: TaggedRecord) => ToldRecord): Reader {
	return async function* (bytes, source) {
		let record = 0;
		for await (const found of taggedRecords(bytes, grammar)) {
			record += 1;
			if (found.problem !== null) yield { rejected: { file: source.file, record, reason: found.problem } };
			else yield paperRecord(told(found), source, record);
		}
	};
}
