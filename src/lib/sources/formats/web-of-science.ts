import type { ToldRecord } from '#lib/sources/fields/told-record.ts';
import {
	firstValues,
	joined,
	valuesOf,
	type TaggedRecord,
	type TagGrammar
} from '#lib/sources/parsing/tagged-records.ts';
import { taggedFormat } from './tagged-format.ts';

/** `TI A title`; what goes on stands three blanks in. */
const grammar: TagGrammar = {
	line: /^([A-Z][A-Z0-9])(?: (.*))?$/,
	begins: new Set(['PT']),
	ends: 'ER',
	continued: /^ {2,}\S/
};

export function isWebOfScience(head: string): boolean {
	return /^\ufeff?FN .*(?:Clarivate|Thomson Reuters|ISI )/m.test(head) && /^PT [A-Z]/m.test(head);
}

/** Each author stands on a line; capitals mark what follows in the same tag. */
function linesOf(values: string[]): string[] {
	return values.flatMap((value) => value.split('\n'));
}

/** What a record of Web of Science tells, whether its tags stand before lines or above columns. */
export function toldOfTags(record: TaggedRecord): ToldRecord {
	const year = firstValues(record, 'PY')[0] ?? '';
	const day = joined(valuesOf(record, 'PD')[0]);
	return {
		title: joined(valuesOf(record, 'TI')[0]),
		abstract: firstValues(record, 'AB').map((text) => joined(text) ?? ''),
		dates: [
			['date', year && day ? `${year} ${day}` : year],
			['date', year],
			['date', joined(valuesOf(record, 'EA')[0])]
		],
		authors: linesOf(firstValues(record, 'AF', 'AU')),
		doi: joined(firstValues(record, 'DI')[0]),
		pubmed: joined(valuesOf(record, 'PM')[0]),
		hints: [joined(valuesOf(record, 'AR')[0])],
		venue: joined(firstValues(record, 'SO', 'BS', 'JI', 'J9')[0]),
		keywords: joined(valuesOf(record, 'DE')[0]),
		cites: linesOf(valuesOf(record, 'CR')).filter((reference) => /\bDOI\b|arxiv/i.test(reference)),
		withdrawn: valuesOf(record, 'DT').some((kind) => /retracted/i.test(kind))
	};
}

/** Reads the plain text that Web of Science exports. */
export const readWebOfScience = taggedFormat(grammar, toldOfTags);
