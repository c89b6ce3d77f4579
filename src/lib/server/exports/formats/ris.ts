import {
	arxivAddress,
	bibliography,
	invertedName,
	type BibliographyEntry
} from '#lib/server/exports/bibliography.ts';
import type { ExportedGraph } from '#lib/server/exports/exported-graph.ts';

const types = { article: 'JOUR', proceedings: 'CPAPER', preprint: 'UNPB' } as const;

function tagsOf(entry: BibliographyEntry): [tag: string, value: string | undefined][] {
	const { kind, title, authors, date, venue, doi, url, arxiv, pubmed, keywords, abstract, withdrawn, key } =
		entry;
	const [year, ...rest] = date.map((part) => String(part).padStart(2, '0'));
	return [
		['TY', types[kind]],
		['ID', key],
		['TI', title],
		...authors.map((name): [string, string] => ['AU', invertedName(name)]),
		['T2', venue],
		['PY', year],
		['DA', rest.length > 0 ? [year, ...rest].join('/') : undefined],
		['DO', doi],
		['UR', url],
		['L2', arxiv && arxivAddress(arxiv)],
		['AN', pubmed],
		['DB', pubmed && 'PubMed'],
		...keywords.map((keyword): [string, string] => ['KW', keyword]),
		['M3', withdrawn ? 'Withdrawn or retracted' : undefined],
		['AB', abstract],
		['N1', entry.note]
	];
}

/** The papers as RIS, a record after the other. */
export async function* ris(graph: ExportedGraph): AsyncGenerator<string> {
	for await (const entry of bibliography(graph)) {
		const lines = tagsOf(entry).flatMap(([tag, value]) =>
			value === undefined ? [] : [`${tag}  - ${value}`]
		);
		yield `${lines.join('\n')}\nER  - \n`;
	}
}
