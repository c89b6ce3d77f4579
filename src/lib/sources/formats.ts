import { isArxivAtom, readArxivAtom } from './formats/arxiv-atom.ts';
import { isOaiPmh, readOaiPmh } from './formats/arxiv-oai.ts';
import { isBibtex, readBibtex } from './formats/bibtex.ts';
import { isCslItem, isCslJson, readCslItem } from './formats/csl-json.ts';
import { isDailyPapersPage, readDailyPapersPage } from './formats/daily-papers-page.ts';
import { isJson, isJsonLines, jsonLinesOf, jsonOf, type RecordReader } from './formats/json-records.ts';
import { isMedline, readMedline } from './formats/medline.ts';
import { isOpenAlex, isOpenAlexWork, readOpenAlexWork } from './formats/openalex.ts';
import { ownJsonReader } from './formats/own-json.ts';
import { isPubmedXml, readPubmedXml } from './formats/pubmed-xml.ts';
import { isRis, readRis } from './formats/ris.ts';
import {
	isSemanticScholar,
	isSemanticScholarPaper,
	readSemanticScholarPaper
} from './formats/semantic-scholar.ts';
import { isTable, readTable } from './formats/table.ts';
import { isWebOfScience, readWebOfScience } from './formats/web-of-science.ts';
import type { JsonObject } from './parsing/json-paths.ts';
import type { Format, Source } from './source-record.ts';

/** What a catalogue's records are: told by the beginning of a file, and record by record. */
interface Catalogue {
	isOne: (head: string) => boolean;
	isItem: (item: JsonObject) => boolean;
	read: RecordReader;
}

/**
 * A format of JSON is two: a record a line, and any other shape. In a file of a catalogue a record that is none of its is
 * read by its own names: one that only says a word of the catalogue does not speak for the others of its file.
 */
function jsonFormats(name: string, expects: string, catalogue: Catalogue | null): Format[] {
	const make = (source: Source): RecordReader => {
		const readOwn = ownJsonReader(source);
		return (item, ...rest) => (catalogue?.isItem(item) ? catalogue.read : readOwn)(item, ...rest);
	};
	const isOne = (head: string) => catalogue?.isOne(head) ?? true;
	return [
		{ name, recognises: (head) => isJsonLines(head) && isOne(head), read: jsonLinesOf(make), expects },
		{ name, recognises: (head) => isJson(head) && isOne(head), read: jsonOf(make), expects }
	];
}

/** Every format that is read. A file is of the first one that recognises its beginning. */
export const formats: Format[] = [
	...jsonFormats(
		'OpenAlex JSON',
		'It reads works as OpenAlex answers them, one a line, in a list or in "results".',
		{ isOne: isOpenAlex, isItem: isOpenAlexWork, read: readOpenAlexWork }
	),
	...jsonFormats(
		'Semantic Scholar JSON',
		'It reads papers as Semantic Scholar answers them, one a line, in a list or in "data", with at least a title.',
		{ isOne: isSemanticScholar, isItem: isSemanticScholarPaper, read: readSemanticScholarPaper }
	),
	...jsonFormats(
		'CSL JSON and Crossref JSON',
		'It reads items with at least a title, one a line, in a list or in "message".',
		{ isOne: isCslJson, isItem: isCslItem, read: readCslItem }
	),
	...jsonFormats(
		'JSON and JSON Lines',
		'It reads objects with at least a title: one a line, or in one list.',
		null
	),
	{
		name: 'arXiv Atom',
		recognises: isArxivAtom,
		read: readArxivAtom,
		expects: 'It reads a feed with an <entry> for each paper.'
	},
	{
		name: 'OAI-PMH (arXiv, Dublin Core)',
		recognises: isOaiPmh,
		read: readOaiPmh,
		expects: 'It reads a <record> for each paper, with the metadata arXiv, arXivRaw or oai_dc.'
	},
	{
		name: 'PubMed XML',
		recognises: isPubmedXml,
		read: readPubmedXml,
		expects: 'It reads a <PubmedArticle> for each paper.'
	},
	{
		name: 'MEDLINE (.nbib)',
		recognises: isMedline,
		read: readMedline,
		expects: 'It reads records that begin with PMID and have a title (TI).'
	},
	{
		name: 'Web of Science plain text',
		recognises: isWebOfScience,
		read: readWebOfScience,
		expects: 'It reads records from PT to ER with a title (TI).'
	},
	{
		name: 'RIS',
		recognises: isRis,
		read: readRis,
		expects: 'It reads records from TY to ER with a title (TI or T1).'
	},
	{
		name: 'BibTeX',
		recognises: isBibtex,
		read: readBibtex,
		expects: 'It reads entries with a title: @article{key, title = {…}, …}.'
	},
	{
		name: 'the copied text of a Daily Papers page',
		recognises: isDailyPapersPage,
		read: readDailyPapersPage,
		expects: 'It reads the whole page, copied as text: titles, and abstracts in one line each.'
	},
	{
		name: 'CSV and TSV with a header (Scopus, Web of Science, Zotero, VOSviewer, or any with a title column)',
		recognises: isTable,
		read: readTable,
		expects:
			'It reads rows below a header that names a title; --columns title=NAME says which column that is.'
	}
];

/** What is read, as people call it. */
export const formatNames = [...new Set(formats.map(({ name }) => name))];
