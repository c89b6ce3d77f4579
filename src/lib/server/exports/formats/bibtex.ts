import {
	bibliography,
	keywordText,
	type BibliographyEntry,
	type BibliographyName
} from '#lib/server/exports/bibliography.ts';
import { bibtexMonths, latexEscapes } from '#lib/server/exports/constants/bibliography.ts';
import type { ExportedGraph } from '#lib/server/exports/exported-graph.ts';

/** A text that LaTeX sets as it is. Dashes and quotes that it would join are held apart by `{}`. */
function latex(text: string): string {
	return text
		.replace(/[\\{}~^<>|$&#%_]/g, (sign) => latexEscapes[sign] ?? sign)
		.replace(/([-`'])(?=\1)/g, '$1{}');
}

/** Addresses and ids are no LaTeX: only braces and backslashes would end their field. */
function verbatim(text: string): string {
	return text.replace(/[{}\\]/g, encodeURIComponent);
}

/** A name that is not of a person stands in braces of its own, so that nobody takes it apart. */
function nameText(name: BibliographyName): string {
	return 'literal' in name ? `{${latex(name.literal)}}` : `${latex(name.family)}, ${latex(name.given)}`;
}

const types = { article: 'article', proceedings: 'inproceedings', preprint: 'misc' } as const;

function fieldsOf(entry: BibliographyEntry): [name: string, value: string | null][] {
	const { kind, title, authors, date, venue, doi, url, arxiv, pubmed, keywords, abstract, withdrawn } = entry;
	const [year, month, day] = date;
	const braced = (text: string | undefined) => (text === undefined ? null : `{${text}}`);
	const set = (text: string | undefined) => braced(text === undefined ? undefined : latex(text));
	return [
		// Twice in braces: styles would write GRPO small.
		['title', `{{${latex(title)}}}`],
		['author', authors.length > 0 ? `{${authors.map(nameText).join(' and ')}}` : null],
		[kind === 'proceedings' ? 'booktitle' : 'journal', set(venue)],
		['year', braced(year?.toString())],
		['month', month === undefined ? null : (bibtexMonths[month - 1] ?? null)],
		['day', braced(day?.toString())],
		['doi', braced(doi && verbatim(doi))],
		['eprint', braced(arxiv && verbatim(arxiv))],
		['archiveprefix', arxiv === undefined ? null : '{arXiv}'],
		['pmid', braced(pubmed && verbatim(pubmed))],
		['url', braced(url && verbatim(url))],
		['keywords', keywords.length > 0 ? set(keywordText(keywords)) : null],
		['note', withdrawn ? '{Withdrawn or retracted}' : null],
		['abstract', set(abstract)],
		['annote', set(entry.note)]
	];
}

/** The papers as BibTeX, an entry after the other. */
export async function* bibtex(graph: ExportedGraph): AsyncGenerator<string> {
	for await (const entry of bibliography(graph)) {
		const fields = fieldsOf(entry).flatMap(([name, value]) =>
			value === null ? [] : [`  ${name} = ${value}`]
		);
		yield `@${types[entry.kind]}{${entry.key},\n${fields.join(',\n')}\n}\n`;
	}
}
