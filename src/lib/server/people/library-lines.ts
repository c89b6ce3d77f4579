import { z } from 'zod';
import type { LibraryFormat } from '#lib/domain/library-entry.ts';
import { keywordsOfMarks } from '#lib/domain/mark-keywords.ts';
import { compare } from '#lib/domain/order.ts';
import type { ExportedGraph, ExportedNode } from '#lib/server/exports/exported-graph.ts';
import { bibtex } from '#lib/server/exports/formats/bibtex.ts';
import { cslJson } from '#lib/server/exports/formats/csl.ts';
import { ris } from '#lib/server/exports/formats/ris.ts';
import type { Store } from '#lib/server/store.ts';
import { libraryList, type LibraryFilter } from './library-list.ts';

const writers: Record<LibraryFormat, (graph: ExportedGraph) => AsyncGenerator<string>> = {
	bibtex,
	ris,
	csl: cslJson
};

const propertiesRow = z.object({
	id: z.string(),
	properties: z.looseObject({ keywords: z.array(z.string()).default([]) })
});

/** Names of a paper that tell what they are: of one that is gone nothing else is known. */
function identifiersOf(names: readonly string[]): { doi?: string; arxiv?: string } {
	const doi = names.find((name) => /^10\.\d{4,9}\//.test(name));
	const arxiv = names.find((name) => /^\d{4}\.\d{4,5}$/.test(name));
	return { ...(doi === undefined ? {} : { doi }), ...(arxiv === undefined ? {} : { arxiv }) };
}

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
	for (const item of items) yield await Promise.resolve(item);
}

/**
 * The papers of the library that fit a filter as a bibliography, by id, as texts that a line end follows: with the note as
 * a note, and the marks and the names of libraries among the keywords, so marked that readers know them again. A paper
 * that the graph has no more stands there with what its entry knows.
 */
export async function libraryLines(
	store: Store,
	format: LibraryFormat,
	filter: LibraryFilter
): Promise<AsyncGenerator<string>> {
	const rows = await libraryList(store, filter);
	const stored = await store.read(
		{
			text: 'UNWIND $ids AS id MATCH (p:Paper {id: id}) RETURN id, properties(p) AS properties',
			row: propertiesRow
		},
		{ ids: rows.flatMap(({ paper }) => paper ?? []) }
	);
	const properties = new Map(stored.map((row) => [row.id, row.properties]));
	const nodes = rows
		.map(({ entry: { id, value }, paper }): ExportedNode => {
			const gone = { title: value.title, abstract: '', keywords: [], ...identifiersOf(value.names) };
			const known = (paper !== null && properties.get(paper)) || gone;
			const keywords = [...new Set([...known.keywords, ...keywordsOfMarks(value)])];
			const personalNote = value.note === '' ? undefined : value.note;
			return { label: 'Paper', id: paper ?? id, properties: { ...known, keywords, personalNote } };
		})
		.sort((a, b) => compare(a.id, b.id));
	return writers[format]({
		nodes: () => each(nodes),
		relationships: () => each([]),
		homes: () => each([])
	});
}
