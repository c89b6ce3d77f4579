import { partMarks } from '#lib/domain/mark-keywords.ts';
import type { Told, ToldRecord } from '#lib/sources/fields/told-record.ts';
import {
	firstValues,
	joined,
	valuesOf,
	type TaggedRecord,
	type TagGrammar
} from '#lib/sources/parsing/tagged-records.ts';
import { taggedFormat } from './tagged-format.ts';

/** `TY  - JOUR`. Exporters differ in the blanks; where there is none before the value there is one before the hyphen. */
const line = /^\s{0,4}([A-Z][A-Z0-9])(?: {1,4}-(?: |$)|\t- ?|- {2})(.*)$/;
const grammar: TagGrammar = { line, begins: new Set(['TY']), ends: 'ER' };

export function isRis(head: string): boolean {
	return /^\ufeff?\s{0,4}TY {1,4}- ?[A-Z]{2,6}\s*$/m.test(head);
}

/** Days in `DA` may lack the year that `PY` has: `PY  - 2018` and `DA  - Mar 1`. */
function datesOf(record: TaggedRecord): Told[] {
	const years = firstValues(record, 'PY', 'Y1');
	const year = /\d{4}/.exec(years[0] ?? '')?.[0];
	const days = valuesOf(record, 'DA').map((day) =>
		/\d{4}/.test(day) || year === undefined ? day : `${year} ${day}`
	);
	const exact = years.filter((date) => /\d{4}\D+\d/.test(date));
	return [...new Set([...exact, ...days, ...years])].map((date) => ['date', date]);
}

/** Abstracts in one tag, or in several: the parts of one, or the same in two languages or twice. A reader's note is none. */
function abstractOf(record: TaggedRecord): string[] {
	const texts = firstValues(record, 'AB', 'N2').map((text) => joined(text) ?? '');
	const isNoted = texts.length > 0 || partMarks(valuesOf(record, 'KW')).hasNote;
	const rest = isNoted ? [] : valuesOf(record, 'N1').filter((note) => note.length > 400);
	return [...new Set([...texts, ...rest])];
}

const notAuthors = /^(?:anonymous|n\/?a|no authors? listed|\[anonymous\])$/i;

function told(record: TaggedRecord): ToldRecord {
	const type = joined(valuesOf(record, 'TY')[0]);
	// Not the notes: what they name are other papers.
	const names = ['AN', 'C2', 'ID', 'UR', 'L2', 'L1', 'LK'];
	return {
		title: joined(firstValues(record, 'TI', 'T1', 'CT', ...(type === 'BOOK' ? ['BT'] : []))[0]),
		key: joined(valuesOf(record, 'ID')[0]),
		abstract: abstractOf(record),
		dates: datesOf(record),
		authors: firstValues(record, 'AU', 'A1').filter((name) => !notAuthors.test(name)),
		doi: joined(valuesOf(record, 'DO', 'DI').find((text) => /10\./.test(text))),
		url: valuesOf(record, 'UR', 'L2', 'LK').find((url) => /^https?:/i.test(url)),
		hints: names.flatMap((name) => valuesOf(record, name)).filter((text) => text.length < 500),
		pubmed: isFromPubmed(record)
			? valuesOf(record, 'AN', 'C5').find((text) => /^\d{5,9}$/.test(text))
			: undefined,
		venue: joined(firstValues(record, 'JF', 'T2', 'JO', 'BT', 'JA', 'J2')[0]),
		keywords: valuesOf(record, 'KW').flatMap((text) => text.split(/[\n;]/)),
		note: joined(valuesOf(record, 'N1').at(-1)),
		withdrawn: valuesOf(record, 'M3', 'TY').some((kind) => /retracted/i.test(kind))
	};
}

/** Its accession number is a number of PubMed where the record says that it comes from there. */
function isFromPubmed(record: TaggedRecord): boolean {
	return valuesOf(record, 'DP', 'DB').some((name) => /^(?:nlm|medline|pubmed)$/i.test(name));
}

/** Reads RIS, as reference managers and publishers write it. */
export const readRis = taggedFormat(grammar, told);
