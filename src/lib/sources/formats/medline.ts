import type { Told, ToldRecord } from '#lib/sources/fields/told-record.ts';
import {
	firstValues,
	joined,
	valuesOf,
	type TaggedRecord,
	type TagGrammar
} from '#lib/sources/parsing/tagged-records.ts';
import { taggedFormat } from './tagged-format.ts';

/** `PMID- 1234`, `TI  - A title`; what goes on stands six blanks in. A record ends with an empty line. */
const grammar: TagGrammar = {
	line: /^([A-Z][A-Z0-9]{1,3}) {0,2}- (.*)$/,
	begins: new Set(['PMID']),
	ends: null,
	continued: /^\s{2,}\S/
};

export function isMedline(head: string): boolean {
	return /^PMID- ?\d/m.test(head) && /^(?:TI|OWN|STAT|DP|AB|FAU|LID) {0,2}- /m.test(head);
}

/** `10.1000/x [doi]` of the tags in which ids stand. */
function idWith(record: TaggedRecord, mark: string): string | undefined {
	return valuesOf(record, 'LID', 'AID').find((text) => text.endsWith(`[${mark}]`));
}

const withdrawnKinds = new Set(['Retracted Publication', 'Retraction of Publication']);

function told(record: TaggedRecord): ToldRecord {
	const dates = ['DP', 'DEP', 'EDAT'].flatMap((tag) =>
		valuesOf(record, tag).map((date): Told => ['date', date])
	);
	return {
		title: joined(firstValues(record, 'TI', 'BTI', 'TT')[0])?.replace(/^\[(.*)\]\.?$/s, '$1'),
		abstract: firstValues(record, 'AB', 'OAB')
			.slice(0, 1)
			.map((text) => joined(text) ?? ''),
		dates,
		authors: [...firstValues(record, 'FAU', 'AU'), ...valuesOf(record, 'CN')],
		doi: idWith(record, 'doi'),
		pubmed: valuesOf(record, 'PMID')[0],
		venue: joined(firstValues(record, 'JT', 'TA', 'BTI')[0]),
		keywords: firstValues(record, 'OT', 'MH').map((text) => joined(text) ?? ''),
		withdrawn:
			valuesOf(record, 'PT').some((kind) => withdrawnKinds.has(kind)) || valuesOf(record, 'RIN').length > 0
	};
}

/** Reads MEDLINE's own format, the `.nbib` of PubMed. */
export const readMedline = taggedFormat(grammar, told);
