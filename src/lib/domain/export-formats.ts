/** The two files that a format of tables has. */
export const exportParts = ['nodes', 'relationships'] as const;
export type ExportPart = (typeof exportParts)[number];

interface FormatRow {
	/** As people call it. */
	name: string;
	/** What it holds and who reads it, in one line. */
	about: string;
	/**
	 * What is written: nodes and relationships; papers alone, as a bibliography; concepts with their co-occurrence; or a
	 * page of a view, which a whole graph would be too large for.
	 */
	of: 'graph' | 'papers' | 'concepts' | 'view';
	mediaType: string;
	/** How the name of the file ends. */
	ending: string;
	/** It is a file of nodes and one of relationships: which is wanted has to be said. */
	hasParts?: true;
}

/** Every format that is written, in the order in which people are told of them: command, API, menu, help page and OpenAPI read it. */
export const exportFormats = {
	jsonl: {
		...{ name: 'JSON Lines', of: 'graph', mediaType: 'application/jsonl', ending: '.jsonl' },
		about: "everything, in Neo4j's own line format: nodes, then relationships"
	},
	graphml: {
		...{ name: 'GraphML', of: 'graph', mediaType: 'application/graphml+xml', ending: '.graphml' },
		about: 'nodes and relationships with typed attributes, for networkx, igraph, yEd, Gephi'
	},
	gexf: {
		...{ name: 'GEXF', of: 'graph', mediaType: 'application/gexf+xml', ending: '.gexf' },
		about: 'the same with the places on the map, for Gephi'
	},
	csv: {
		...{ name: 'CSV', of: 'graph', mediaType: 'text/csv; charset=utf-8', ending: '.csv', hasParts: true },
		about:
			'a table of nodes or one of relationships; a cell that a spreadsheet would calculate begins with an apostrophe'
	},
	vosviewer: {
		...{ name: 'VOSviewer JSON', of: 'concepts', mediaType: 'application/json', ending: '.vosviewer.json' },
		about: 'concepts with their places, topics as clusters, and how often they occur together'
	},
	bibtex: {
		...{ name: 'BibTeX', of: 'papers', mediaType: 'application/x-bibtex; charset=utf-8', ending: '.bib' },
		about: 'the papers, for LaTeX, JabRef, Zotero'
	},
	ris: {
		...{ name: 'RIS', of: 'papers', mediaType: 'application/x-research-info-systems', ending: '.ris' },
		about: 'the papers, for Zotero, EndNote, Mendeley'
	},
	csl: {
		...{ name: 'CSL-JSON', of: 'papers', ending: '.csl.json' },
		mediaType: 'application/vnd.citationstyles.csl+json',
		about: 'the papers, for Pandoc, Zotero, citeproc'
	},
	html: {
		...{ name: 'HTML page', of: 'view', mediaType: 'text/html; charset=utf-8', ending: '.html' },
		about:
			'one page of a view that needs no network: its nodes and lines, each with the sentences that it stands on'
	}
} as const satisfies Record<string, FormatRow>;

export type ExportFormat = keyof typeof exportFormats;
export const exportFormatIds = Object.keys(exportFormats) as [ExportFormat, ...ExportFormat[]];

/** A row of the table as all rows are. */
export function formatRow(format: ExportFormat): FormatRow {
	return exportFormats[format];
}

/** The file's name: `throughline.jsonl`, `throughline-view-nodes.csv`. */
export function exportFileName(format: ExportFormat, isView: boolean, part: ExportPart | null): string {
	return (
		['throughline', ...(isView ? ['view'] : []), ...(part ? [part] : [])].join('-') + formatRow(format).ending
	);
}

/** What is wanted of an export, or a sentence that says why it cannot be and one that says what can. */
export type AskedFormat =
	{ format: ExportFormat; part: ExportPart | null } | { problem: string; advice: string };

function isFormat(name: string): name is ExportFormat {
	return Object.hasOwn(exportFormats, name);
}

/** A name that somebody gave, as an answer repeats it: nothing in it is markup, whoever shows it. */
export function toldName(name: string): string {
	return `"${name.replace(/[^\w.-]/g, '').slice(0, 40)}"`;
}

/** Reads the names of a format and of a part as people give them; without a format it is JSON Lines. */
export function askedFormat(format = 'jsonl', part?: string, isView = false): AskedFormat {
	if (!isFormat(format))
		return {
			problem: `There is no export format ${toldName(format)}.`,
			advice: `There are ${exportFormatIds.join(', ')}.`
		};
	const { name, of, hasParts } = formatRow(format);
	if (of === 'view' && !isView)
		return { problem: `${name} is of a view.`, advice: 'Give the address of a view of the map.' };
	const parts = `${exportParts[0]} or ${exportParts[1]}`;
	if (hasParts) {
		const asked = exportParts.find((known) => known === part);
		if (asked) return { format, part: asked };
		return {
			problem: part === undefined ? `${name} is two files.` : `${name} has no part ${toldName(part)}.`,
			advice: `Say which part: ${parts}.`
		};
	}
	if (part !== undefined) return { problem: `${name} has no parts.`, advice: `Only CSV comes as ${parts}.` };
	return { format, part: null };
}
