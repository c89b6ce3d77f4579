/**
 * Under which key an answer of an interface or an export holds the list of its records: OpenAlex (`results`), Semantic
 * Scholar (`data`), Crossref (`message.items`), Zotero's own JSON (`items`), Europe PMC and others.
 */
export const listKeys = new Set([
	'results',
	'data',
	'items',
	'papers',
	'records',
	'documents',
	'works',
	'publications',
	'articles',
	'entries',
	'recommendedPapers',
	'hits'
]);

/** Objects that hold that list, or one record, and nothing else of a paper. */
export const outerKeys = new Set(['message', 'response', 'hits', 'result', 'resultList', 'data']);

/** In lists of citations each record holds the paper under one of these. */
export const innerKeys = ['citingPaper', 'citedPaper', 'recommendedPaper'];

/** An answer holds its list near its beginning: what comes before it, in characters, is short. */
export const longestPreamble = 1_000_000;
