import { allAt, nodeAt, textAt, type XmlNode } from '#lib/sources/parsing/xml-records.ts';
import type { ToldRecord } from '#lib/sources/fields/told-record.ts';
import { latexText } from '#lib/sources/fields/latex-text.ts';
import { plainText } from '#lib/sources/fields/plain-text.ts';
import { xmlFormat } from './xml-format.ts';

export function isOaiPmh(head: string): boolean {
	return /<(?:\w+:)?OAI-PMH\b/.test(head) || /<ListRecords\b/.test(head);
}

/** An author of arXiv's own format: `<keyname>` and `<forenames>`. */
function authorName(author: unknown): string {
	const parts = ['forenames', 'keyname', 'suffix'].map((name) => textAt(author, name));
	return latexText(plainText(parts.filter((part) => part !== null).join(' ')));
}

/** Dublin Core, which every OAI-PMH server speaks: ids of several kinds in one element. */
function toldOfDublinCore(core: XmlNode): ToldRecord {
	const texts = (name: string) => allAt(core, name).flatMap((node) => textAt({ node }, 'node') ?? []);
	const [description, ...more] = texts('description');
	return {
		title: texts('title')[0],
		// arXiv appends comments as further descriptions.
		abstract: description,
		dates: texts('date')
			.sort()
			.map((date) => ['date', date]),
		authors: texts('creator').map(plainText),
		hints: texts('identifier'),
		url: texts('identifier').find((id) => /^https?:/.test(id)),
		venue: texts('source')[0],
		keywords: texts('subject'),
		withdrawn: more.some((comment) => /\bwithdrawn\b/i.test(comment))
	};
}

/** Reads OAI-PMH as arXiv answers it (`arXiv`, `arXivRaw`), and Dublin Core (`oai_dc`) of any archive. */
export const readOaiPmh = xmlFormat({
	records: ['record'],
	mixed: ['..title', '..abstract', '..description', '..comments'],
	lists: ['author', 'version', 'description', 'creator', 'identifier', 'subject', 'date'],
	told: (xml) => {
		const record = nodeAt(xml, 'record');
		if (nodeAt(record, 'header')?.['@status'] === 'deleted') return 'its archive has deleted it';
		const core = nodeAt(record, 'metadata', 'dc');
		if (core) return toldOfDublinCore(core);
		const own = nodeAt(record, 'metadata', 'arXiv') ?? nodeAt(record, 'metadata', 'arXivRaw');
		if (!own) return 'it holds neither arXiv nor Dublin Core';
		const authors = allAt(own, 'authors', 'author').map(authorName);
		return {
			title: latexText(textAt(own, 'title') ?? ''),
			abstract: latexText(textAt(own, 'abstract') ?? ''),
			dates: [
				['date', textAt(own, 'version', 'date')],
				['created', textAt(own, 'created')]
			],
			authors: authors.length > 0 ? authors : plainText(latexText(textAt(own, 'authors') ?? '')),
			arxiv: textAt(own, 'id'),
			doi: textAt(own, 'doi'),
			venue: textAt(own, 'journal-ref'),
			withdrawn: /\bwithdrawn\b/i.test(textAt(own, 'comments') ?? '')
		};
	}
});
