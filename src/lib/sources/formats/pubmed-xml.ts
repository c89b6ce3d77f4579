import { plainText } from '#lib/sources/fields/plain-text.ts';
import type { Told, ToldRecord } from '#lib/sources/fields/told-record.ts';
import { allAt, nodeAt, textAt, textOf, type XmlNode } from '#lib/sources/parsing/xml-records.ts';
import { xmlFormat } from './xml-format.ts';

export function isPubmedXml(head: string): boolean {
	return /<(?:PubmedArticleSet|PubmedArticle|PubmedBookArticle|MedlineCitationSet|MedlineCitation)\b/.test(
		head
	);
}

function dateIn(date: unknown): string | null {
	const parts = ['Year', 'Month', 'Day'].map((name) => textAt(date, name));
	return (
		textAt(date, 'MedlineDate') ??
		(parts[0] === null ? null : parts.filter((part) => part !== null).join(' '))
	);
}

function nameOf(author: unknown): string {
	const collective = textAt(author, 'CollectiveName');
	const parts = [
		textAt(author, 'ForeName') ?? textAt(author, 'Initials'),
		textAt(author, 'LastName'),
		textAt(author, 'Suffix')
	];
	return plainText(collective ?? parts.filter((part) => part !== null).join(' '));
}

/** A part of an abstract, its label before it as the beginning of its first sentence. */
function partOf(part: unknown): string {
	const label = nodeAt({ part }, 'part')?.['@Label'];
	const text = textOf(part) ?? '';
	return typeof label === 'string' && !/^unlabelled$/i.test(label) ? `${label}: ${text}` : text;
}

/** The ids of one kind in a list of them. */
function idsOf(list: unknown[], kind: string): string[] {
	return list
		.filter((id) => nodeAt({ id }, 'id')?.['@IdType'] === kind || nodeAt({ id }, 'id')?.['@EIdType'] === kind)
		.flatMap((id) => textOf(id) ?? []);
}

function citedBy(data: XmlNode | null): string[] {
	const lists = allAt(data, 'ReferenceList');
	return lists.flatMap((list) => [
		...allAt(list, 'Reference').flatMap((reference) => {
			const ids = allAt(reference, 'ArticleIdList', 'ArticleId');
			return [...idsOf(ids, 'doi'), ...idsOf(ids, 'pubmed').map((id) => `pmid:${id}`)].slice(0, 1);
		}),
		...allAt(list, 'ReferenceList').flatMap((inner) => citedBy({ ReferenceList: inner }))
	]);
}

function toldOfArticle(citation: XmlNode, data: XmlNode | null): ToldRecord {
	const article = nodeAt(citation, 'Article');
	const ids = [...allAt(data, 'ArticleIdList', 'ArticleId'), ...allAt(article, 'ELocationID')];
	const kinds = allAt(article, 'PublicationTypeList', 'PublicationType').map(textOf);
	const online = dateIn(nodeAt(article, 'ArticleDate'));
	const issue = dateIn(nodeAt(article, 'Journal', 'JournalIssue', 'PubDate'));
	// The issue's date is what a paper is cited by; the day on which it was online where that tells no more than a year.
	const isExact = issue !== null && issue.length > 'YYYY'.length;
	const dates: Told[] = (isExact ? [issue, online] : [online, issue]).map((date) => ['date', date]);
	const given = allAt(citation, 'KeywordList').flatMap((list) => allAt(list, 'Keyword'));
	const subjects = allAt(citation, 'MeshHeadingList', 'MeshHeading').map((heading) =>
		textAt(heading, 'DescriptorName')
	);
	return {
		title: (textAt(article, 'ArticleTitle') ?? textAt(article, 'VernacularTitle'))?.replace(
			/^\s*\[(.*)\]\.?\s*$/s,
			'$1'
		),
		abstract: allAt(article, 'Abstract', 'AbstractText').map(partOf),
		dates,
		authors: allAt(article, 'AuthorList', 'Author')
			.map(nameOf)
			.filter((name) => name !== ''),
		doi: idsOf(ids, 'doi')[0],
		pubmed: textAt(citation, 'PMID'),
		venue: textAt(article, 'Journal', 'Title') ?? textAt(article, 'Journal', 'ISOAbbreviation'),
		keywords: (given.length > 0 ? given.map(textOf) : subjects).filter((keyword) => keyword !== null),
		cites: citedBy(data),
		withdrawn: kinds.some((kind) => kind === 'Retracted Publication')
	};
}

function toldOfBook(book: XmlNode): ToldRecord {
	return {
		title: textAt(book, 'ArticleTitle') ?? textAt(book, 'Book', 'BookTitle'),
		abstract: allAt(book, 'Abstract', 'AbstractText').map(partOf),
		dates: [['PubDate', dateIn(nodeAt(book, 'Book', 'PubDate'))]],
		authors: allAt(book, 'AuthorList', 'Author')
			.map(nameOf)
			.filter((name) => name !== ''),
		doi: idsOf(allAt(book, 'ArticleIdList', 'ArticleId'), 'doi')[0],
		pubmed: textAt(book, 'PMID'),
		venue: textAt(book, 'Book', 'BookTitle')
	};
}

/** Reads the XML of PubMed: of its interface, its baseline files and its book records. */
export const readPubmedXml = xmlFormat({
	records: ['PubmedArticle', 'PubmedBookArticle'],
	mixed: ['..ArticleTitle', '..VernacularTitle', '..AbstractText', '..BookTitle', '..Keyword', '..Citation'],
	lists: [
		'Author',
		'AbstractText',
		'ArticleId',
		'ELocationID',
		'PublicationType',
		'KeywordList',
		'Keyword',
		'MeshHeading',
		'Reference',
		'ReferenceList',
		'AuthorList'
	],
	told: (record) => {
		const citation = nodeAt(record, 'PubmedArticle', 'MedlineCitation');
		const book = nodeAt(record, 'PubmedBookArticle', 'BookDocument');
		if (citation) return toldOfArticle(citation, nodeAt(record, 'PubmedArticle', 'PubmedData'));
		return book ? toldOfBook(book) : 'it holds no article';
	}
});
