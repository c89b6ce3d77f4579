import { MultiDirectedGraph } from 'graphology';
import gexfReader from 'graphology-gexf';
import graphmlReader from 'graphology-graphml';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { exportFormatIds, formatRow, type ExportFormat } from '#lib/domain/export-formats.ts';
import { nodeRef, type NodeRef } from '#lib/domain/ids.ts';
import { savedPicture } from '#lib/domain/saved-picture.ts';
import { wholeMap, type View } from '#lib/domain/view.ts';
import { viewPicture } from '#lib/server/answers/view-picture.ts';
import { exportLines, type AskedExport } from '#lib/server/exports/write-export.ts';
import { publish } from '#lib/server/publishing/publish.ts';
import { readBibtex } from '#lib/sources/formats/bibtex.ts';
import { readRis } from '#lib/sources/formats/ris.ts';
import { foundIn } from '../unit/sources/found-in.ts';
import { runProcess } from './processes/run-process.ts';
import { exportedLines, ingestAt, openedStore, sampleGraph } from './opened-store.ts';

const graph = await sampleGraph();
const opened = openedStore((store) => publish(store, graph, ingestAt(1)));

const grpo = nodeRef('concepts', 'group-relative-policy-optimization');
const topic = graph.topics.find(({ level }) => level === 1);
const views: [name: string, view: View][] = [
	['the whole map', wholeMap],
	['a concept that is selected', { ...wholeMap, selected: grpo }],
	['a topic', { ...wholeMap, scope: nodeRef('topics', topic?.id ?? '') }],
	['a concept without papers', { ...wholeMap, scope: grpo, without: ['paper'] }]
];

async function written(format: ExportFormat, given: Partial<AskedExport> = {}): Promise<string> {
	let text = '';
	const part = formatRow(format).hasParts ? 'nodes' : null;
	for await (const line of exportLines(opened.store, { format, part, view: null, ...given }))
		text += `${line}\n`;
	return text;
}
interface Line {
	type: string;
	id: string;
	label?: string;
	properties: Record<string, unknown>;
}
function linesOf(text: string): Line[] {
	return text
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line) as Line);
}
function keyOf(ref: NodeRef): string {
	return ref.replace(/^papers/, 'Paper').replace(/^concepts/, 'Concept');
}

describe('the whole graph', () => {
	test('holds the same nodes and relationships in every format of graphs', async () => {
		const lines = (await exportedLines(opened.store)).map((line) => JSON.parse(line) as Line);
		const ids = (type: string) =>
			lines
				.filter((line) => line.type === type)
				.map(({ id }) => id)
				.sort();
		const graphml = graphmlReader.parse(MultiDirectedGraph, await written('graphml'));
		const gexf = gexfReader.parse(MultiDirectedGraph, await written('gexf'));
		for (const read of [graphml, gexf]) {
			expect(read.nodes().sort()).toEqual(ids('node'));
			expect(read.edges().sort()).toEqual(ids('relationship'));
		}
		const rows = (text: string) => Papa.parse<Record<string, string>>(text.trimEnd(), { header: true }).data;
		expect(
			rows(await written('csv'))
				.map(({ id }) => id)
				.sort()
		).toEqual(ids('node'));
		const ties = rows(await written('csv', { part: 'relationships' }));
		expect(ties.map(({ start, type, end }) => `${start} ${type} ${end}`).sort()).toEqual(ids('relationship'));
		const concept = graph.concepts[0];
		expect(graphml.getNodeAttributes(`Concept/${concept?.id ?? ''}`)).toMatchObject({
			...{ label: concept?.label, papers: concept?.papers, x: concept?.x, y: concept?.y }
		});
	});

	test('as a bibliography is the papers of the corpus', async () => {
		const titles = graph.papers.map(({ title }) => title).sort();
		for (const [format, read] of [
			['bibtex', readBibtex],
			['ris', readRis]
		] as const) {
			const { papers, rejected } = await foundIn(read, await written(format));
			expect([papers.map(({ title }) => title).sort(), rejected]).toEqual([titles, []]);
			expect(papers.map(({ abstract }) => abstract).sort()).toEqual(
				graph.papers.map(({ abstract }) => abstract).sort()
			);
		}
		expect((JSON.parse(await written('csl')) as unknown[]).length).toBe(titles.length);
	});

	test('for VOSviewer is every concept in its large topic', async () => {
		const { network } = JSON.parse(await written('vosviewer')) as {
			network: {
				items: { label: string; cluster?: number }[];
				links: object[];
				clusters: { label: string }[];
			};
		};
		expect(network.items.map(({ label }) => label).sort()).toEqual(
			graph.concepts.map(({ label }) => label).sort()
		);
		expect(network.links).toHaveLength(graph.coOccurs.length);
		const large = graph.topics.filter(({ level }) => level === 1).map(({ name }) => name);
		expect(network.clusters.map(({ label }) => label).filter((label) => !large.includes(label))).toEqual([]);
		expect(network.items.filter(({ cluster }) => cluster === undefined).length).toBeLessThan(
			network.items.length
		);
	});

	test.each(exportFormatIds.filter((format) => format !== 'html'))('%s is the same twice', async (format) => {
		expect(await written(format)).toBe(await written(format));
	});
});

describe.each(views)('%s', (_, view) => {
	test('is the nodes and edges that it draws', async () => {
		const { nodes, edges } = await viewPicture(opened.store, view);
		const lines = linesOf(await written('jsonl', { view }));
		expect(lines.filter(({ type }) => type === 'node').map(({ id }) => id)).toEqual(
			nodes.map(({ id }) => keyOf(id)).sort()
		);
		const drawn = edges.map(({ source, type, target }) => `${keyOf(source)} ${type} ${keyOf(target)}`);
		expect(
			lines
				.filter(({ type }) => type === 'relationship')
				.map(({ id }) => id)
				.sort()
		).toEqual(drawn.sort());
		expect(drawn.length).toBeGreaterThan(0);
	});

	test('as a bibliography is the papers that it draws', async () => {
		const { nodes } = await viewPicture(opened.store, view);
		const items = JSON.parse(await written('csl', { view })) as { title: string }[];
		const titles = nodes.filter(({ kind }) => kind === 'paper').map(({ title }) => title);
		expect(items.map(({ title }) => title).sort()).toEqual(titles.sort());
	});

	test('as a page tells of every line what it stands on, and runs nothing', async () => {
		const { edges } = await viewPicture(opened.store, view);
		const page = await written('html', { view });
		expect(page.match(/<li>/g)?.length).toBeGreaterThan(edges.length);
		expect(page).toContain(savedPicture);
		expect(page).toContain('http-equiv="Content-Security-Policy"');
		expect(page).not.toMatch(/<script|\son\w+=|<link|<img/i);
		// Papers and co-occurrence stand on sentences, each with its words marked.
		const quoted = edges.filter(({ type }) => ['MENTIONS', 'INTRODUCES', 'CO_OCCURS'].includes(type));
		expect(page.match(/<blockquote/g)?.length ?? 0).toBeGreaterThanOrEqual(quoted.length);
		expect(page.match(/<mark>/g)?.length ?? 0).toBeGreaterThanOrEqual(quoted.length);
	});
});

test('what was dragged and hidden is so in the file', async () => {
	const view: View = { ...wholeMap, moved: [{ node: grpo, x: 12, y: -34 }] };
	const nodeIn = async (of: View) =>
		linesOf(await written('jsonl', { view: of })).find(({ id }) => id === keyOf(grpo));
	expect((await nodeIn(view))?.properties).toMatchObject({ x: 12, y: -34 });
	expect(await nodeIn({ ...view, hidden: [grpo] })).toBeUndefined();
});

test('a view whose scope is gone is told', async () => {
	const view: View = { ...wholeMap, scope: nodeRef('topics', 'none') };
	await expect(written('gexf', { view })).rejects.toThrow('none');
});

test('a graph that is replaced in the middle ends the export', async () => {
	const exporting = async () => {
		let lines = 0;
		for await (const line of exportLines(opened.store, { format: 'graphml', part: null, view: null })) {
			if (line.startsWith('<node')) lines += 1;
			if (lines === 5) await publish(opened.store, await sampleGraph(20), ingestAt(2));
		}
	};
	await expect(exporting()).rejects.toThrow('A new graph was published while this one was exported.');
});

describe('npm run export', () => {
	const asked = (...given: string[]) =>
		runProcess('scripts/export.ts', '--graph', `local:${opened.folder}`, ...given);

	test.each([
		[['--format', 'xlsx'], exportFormatIds.join(', ')],
		[['--format', 'gexf', '--view', '/?scope=ponds/1'], 'scope cannot be read'],
		[['--format', 'ris', '--with-people'], '--with-people']
	])('%j is wrong usage, and told before anything is opened', async (given, sentence) => {
		const { code, output, errors } = await asked(...given);
		expect([code, output]).toEqual([2, '']);
		expect(errors).toContain(sentence);
	});

	test('writes a view to standard output', async () => {
		const { code, output } = await asked('--format', 'jsonl', '--view', `/?scope=${grpo}&camera=1,2,1`);
		expect([code, output]).toEqual([0, await written('jsonl', { view: { ...wholeMap, scope: grpo } })]);
	});
});
