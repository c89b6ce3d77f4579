import type { ExportFormat, ExportPart } from '#lib/domain/export-formats.ts';
import type { View } from '#lib/domain/view.ts';
import type { Store } from '#lib/server/store.ts';
import type { ExportedGraph } from './exported-graph.ts';
import { bibtex } from './formats/bibtex.ts';
import { cslJson } from './formats/csl.ts';
import { csv } from './formats/csv.ts';
import { gexf } from './formats/gexf.ts';
import { graphml } from './formats/graphml.ts';
import { viewPage } from './formats/html.ts';
import { jsonLines } from './formats/jsonl.ts';
import { ris } from './formats/ris.ts';
import { vosviewer } from './formats/vosviewer.ts';
import { sharedEvidence } from './shared-evidence.ts';
import { viewGraph } from './view-graph.ts';
import { wholeGraph } from './whole-graph.ts';

/** What is exported. Without a view it is the whole graph; then also what people made, where that is asked for. */
export interface AskedExport {
	format: ExportFormat;
	part: ExportPart | null;
	view: View | null;
	withPeople?: boolean;
}

type Writer = (graph: ExportedGraph, part: ExportPart | null) => AsyncGenerator<string>;

/** Who writes each format; the page of a view is written by itself, because it asks for sentences too. */
const writers: Record<Exclude<ExportFormat, 'html'>, Writer> = {
	jsonl: jsonLines,
	graphml,
	gexf,
	csv,
	vosviewer,
	bibtex,
	ris,
	csl: cslJson
};

async function* pageOf(store: Store, view: View): AsyncGenerator<string> {
	const { graph, more } = await viewGraph(store, view, (read) => sharedEvidence(store, read));
	yield* viewPage(graph, more);
}

/**
 * An export as texts, each to be followed by a line end: the same graph gives the same bytes. All of it is of one
 * generation; a whole graph is read as its reader goes on, and throws ThroughlineError when a new generation was published
 * meanwhile. Throws NotFoundError for a view whose scope is gone.
 */
export async function* exportLines(store: Store, asked: AskedExport): AsyncGenerator<string> {
	const { format, part, view, withPeople = false } = asked;
	if (format === 'html') {
		if (!view) throw new Error('A page is of a view: askedFormat() refuses it without one');
		yield* pageOf(store, view);
		return;
	}
	const graph = view
		? (await viewGraph(store, view, () => Promise.resolve())).graph
		: await wholeGraph(store, withPeople);
	yield* writers[format](graph, part);
}
