import { paperRecord } from '#lib/sources/fields/paper-record.ts';
import type { ToldRecord } from '#lib/sources/fields/told-record.ts';
import { xmlParser, xmlTexts, type XmlNode } from '#lib/sources/parsing/xml-records.ts';
import type { Finding, Reader } from '#lib/sources/source-record.ts';

interface XmlFormat {
	/** The elements that are records. */
	records: string[];
	/** The elements that hold text with markup, by their paths, as `..name` for anywhere. */
	mixed: string[];
	/** The elements of which there may be many. */
	lists: string[];
	/** What a record tells of a paper; a text for one that tells of none, with the reason. */
	told: (record: XmlNode) => ToldRecord | string;
}

/** A reader of an XML format. Records count from 1; one that does not parse costs itself alone. */
export function xmlFormat({ records, mixed, lists, told }: XmlFormat): Reader {
	return async function* (bytes, source) {
		const parse = xmlParser(mixed, lists);
		let record = 0;
		const read = (text: string): Finding => {
			let node: XmlNode;
			try {
				node = parse(text);
			} catch (cause) {
				const reason = `broken XML (${cause instanceof Error ? cause.message : ''})`;
				return { rejected: { file: source.file, record, reason } };
			}
			const found = told(node);
			return typeof found === 'string'
				? { rejected: { file: source.file, record, reason: found } }
				: paperRecord(found, source, record);
		};
		for await (const { text, problem } of xmlTexts(bytes, records)) {
			record += 1;
			if (text === null) yield { rejected: { file: source.file, record, reason: problem } };
			else yield read(text);
		}
	};
}
