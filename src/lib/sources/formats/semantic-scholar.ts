import { paperRecord } from '#lib/sources/fields/paper-record.ts';
import type { ToldRecord } from '#lib/sources/fields/told-record.ts';
import { objectAt, objectsAt, stringAt, type JsonObject } from '#lib/sources/parsing/json-paths.ts';
import type { RecordReader } from './json-records.ts';

export function isSemanticScholar(head: string): boolean {
	return /"(?:paperId|corpusid|externalIds|externalids)"\s*:/.test(head);
}

/** The ids of a paper; the interface and the data sets write them in other capitals. */
function ids(paper: JsonObject): JsonObject {
	const found = objectAt(paper, 'externalIds') ?? objectAt(paper, 'externalids') ?? {};
	return Object.fromEntries(Object.entries(found).map(([name, id]) => [name.toLowerCase(), id]));
}

function ownName(paper: JsonObject): string[] {
	const id = stringAt(paper, 'paperId');
	return id === null ? [] : [`s2:${id.toLowerCase()}`];
}

/** The first of its names by which a cited paper can be found. */
function nameOf(paper: JsonObject): string[] {
	const { arxiv, doi, pubmed } = ids(paper);
	const pubmedName = typeof pubmed === 'string' ? `pmid:${pubmed}` : undefined;
	return [arxiv, doi, pubmedName, ...ownName(paper)].filter((name) => typeof name === 'string').slice(0, 1);
}

function told(paper: JsonObject): ToldRecord {
	const { arxiv, doi, pubmed } = ids(paper);
	const isFromArxiv = stringAt(paper, 'journal', 'name') === 'ArXiv';
	return {
		title: paper['title'],
		abstract: paper['abstract'],
		dates: [
			['publicationDate', paper['publicationDate'] ?? paper['publicationdate']],
			['year', paper['year']]
		],
		authors: paper['authors'],
		arxiv,
		doi,
		pubmed,
		url: paper['url'],
		venue:
			stringAt(paper, 'venue') ??
			stringAt(paper, 'publicationVenue', 'name') ??
			(isFromArxiv ? null : stringAt(paper, 'journal', 'name')),
		otherNames: ownName(paper),
		cites: objectsAt(paper, 'references').flatMap(nameOf),
		withdrawn: /retract/i.test(JSON.stringify(paper['publicationTypes'] ?? ''))
	};
}

/** Whether one record is a paper of Semantic Scholar, by its id there. */
export function isSemanticScholarPaper(paper: JsonObject): boolean {
	return 'paperId' in paper || 'corpusid' in paper;
}

/** Reads papers of Semantic Scholar, from its interface and its data sets. */
export const readSemanticScholarPaper: RecordReader = (paper, source, record) => [
	paperRecord(told(paper), source, record)
];
