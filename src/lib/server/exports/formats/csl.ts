import { bibliography, keywordText, type BibliographyEntry } from '#lib/server/exports/bibliography.ts';
import type { ExportedGraph } from '#lib/server/exports/exported-graph.ts';
import { listedLines } from '#lib/server/exports/listed-lines.ts';

const types = { article: 'article-journal', proceedings: 'paper-conference', preprint: 'article' } as const;

/** An item as CSL's schema of its data (csl-data.json) has it; an arXiv id stands in `number`, as Zotero writes it. */
function itemOf(entry: BibliographyEntry): object {
	const { kind, title, authors, date, venue, doi, url, arxiv, pubmed, keywords, abstract, withdrawn, key } =
		entry;
	const notes = [...(withdrawn ? ['Withdrawn or retracted'] : []), ...(entry.note ? [entry.note] : [])];
	return {
		id: key,
		type: types[kind],
		title,
		author: authors,
		issued: date.length > 0 ? { 'date-parts': [date] } : undefined,
		'container-title': venue,
		DOI: doi,
		number: arxiv && `arXiv:${arxiv}`,
		PMID: pubmed,
		URL: url,
		keyword: keywords.length > 0 ? keywordText(keywords) : undefined,
		note: notes.length > 0 ? notes.join('. ') : undefined,
		abstract
	};
}

async function* items(graph: ExportedGraph): AsyncGenerator<object> {
	for await (const entry of bibliography(graph)) yield itemOf(entry);
}

/** The papers as a list of CSL-JSON, an item a line. */
export function cslJson(graph: ExportedGraph): AsyncGenerator<string> {
	return listedLines(items(graph));
}
