/**
 * What people call the fields of a paper, in JSON records and in headers of tables: lower case, letters and digits
 * alone. Of several that are there the first in its list is taken. Names of exports come from their own files: Zotero
 * (abstract note, publication title, manual tags), Scopus (source title, author keywords), Web of Science (article
 * title, times cited), Dimensions, Lens, PubMed's CSV, and the languages that reviews are written in.
 */
export const fieldNames = {
	title: [
		'title papertitle articletitle documenttitle primarytitle worktitle name headline heading',
		'titel titulo titre titolo'
	],
	abstract: [
		'abstract abstracttext abstractnote paperabstract abstracts summary summarytext description synopsis text',
		'fulltext body content zusammenfassung resumen resumo resume riassunto'
	],
	date: [
		'date publicationdate publisheddate datepublished publishedat published pubdate coverdate earlyaccessdate',
		'publishedonline created updatedate submitteddate datum fecha'
	],
	year: ['year publicationyear pubyear publishedyear yearpublished jahr ano annee anno'],
	authors: [
		'authors authorfullnames author authornames creators creator authorlist authorships by autoren autor autores',
		'auteurs auteur autori'
	],
	doi: ['doi doilink doiurl'],
	arxiv: ['arxiv arxivid arxivurl arxivlink eprint'],
	pubmed: ['pubmed pubmedid pmid'],
	id: ['id paperid identifier corpusid'],
	url: ['url link paperurl absurl pageurl sourceurl uri href landingpage'],
	venue: [
		'venue journal publicationtitle journaltitle journalbook journalname booktitle sourcetitle source publicationvenue containertitle',
		'conference conferencename conferencetitle proceedings proceedingstitle series zeitschrift revista'
	],
	keywords: [
		'keywords authorkeywords keyword manualtags tags tag topics subjects categories schlagworter palabrasclave'
	],
	organization: ['organization organisation affiliation institution institutions'],
	comments: ['comments numcomments commentcount'],
	authorCount: ['authorcount numauthors'],
	cites: ['cites references citedreferences referencedworks bibliography'],
	otherNames: ['othernames openalexid openalex'],
	withdrawn: ['withdrawn retracted isretracted'],
	hints: ['extra pdf pdfurl pdflink']
} satisfies Record<string, string[]>;

export type FieldName = keyof typeof fieldNames;
