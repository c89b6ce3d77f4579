import { parse as parseCsv } from 'csv-parse/sync';
import Graph, { MultiDirectedGraph } from 'graphology';
import gexfReader from 'graphology-gexf';
import graphmlReader from 'graphology-graphml';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csv } from '#lib/server/exports/formats/csv.ts';
import { gexf } from '#lib/server/exports/formats/gexf.ts';
import { graphml } from '#lib/server/exports/formats/graphml.ts';
import { jsonLines } from '#lib/server/exports/formats/jsonl.ts';
import { vosviewer } from '#lib/server/exports/formats/vosviewer.ts';
import {
	conceptNode,
	forbiddenTitle,
	hostileTitle,
	madeUpGraph,
	paperNode,
	writtenBy
} from './made-up-graph.ts';

const graph = madeUpGraph(
	[
		conceptNode('grpo', {
			label: 'GRPO',
			aliases: ['G|R,P;O', '"quoted"'],
			x: -12.5,
			y: 3,
			firstDate: '2024-05'
		}),
		conceptNode('ppo', { label: '-1+1', y: 0 }),
		paperNode('2402.1', { title: hostileTitle, year: 2024, withdrawn: true, comments: 3, x: 5, y: -7.25 }),
		paperNode('x"<y>', { title: forbiddenTitle }),
		{ label: 'Topic', id: 't', properties: { coast: [4, 1, 2], level: 1, name: 'T', x: 0, y: 0 } }
	],
	[
		{ type: 'CO_OCCURS', start: 'Concept/grpo', end: 'Concept/ppo', properties: { npmi: -0.2, papers: 2 } },
		{
			...{ type: 'MENTIONS', start: 'Paper/2402.1', end: 'Concept/grpo' },
			properties: { count: 2, ends: [4, 9], inTitle: true, starts: [0, 5], weight: 0.125 }
		},
		{ type: 'INTRODUCES', start: 'Paper/2402.1', end: 'Concept/grpo', properties: { rule: 'title' } }
	],
	[
		{ concept: 'grpo', topic: { id: 't', name: 'T' } },
		{ concept: 'ppo', topic: null }
	]
);

/** What a reader of XML has to give back for `forbiddenTitle`. */
const allowedTitle = 'abcdefg\tnext\nline';

describe('graphml', () => {
	test('is read back by graphology with its types', async () => {
		const read = graphmlReader.parse(MultiDirectedGraph, await writtenBy(graphml(graph)));
		expect([read.order, read.size]).toEqual([5, 3]);
		expect(read.getNodeAttributes('Concept/grpo')).toMatchObject({
			...{ label: 'GRPO', labels: 'Concept', kind: 'method', papers: 2, x: -12.5, firstDate: '2024-05' },
			aliases: JSON.stringify(['G|R,P;O', '"quoted"'])
		});
		expect(read.getNodeAttributes('Paper/2402.1')).toMatchObject({
			...{ title: hostileTitle, label: hostileTitle, year: 2024, withdrawn: true, comments: 3 }
		});
		expect(read.getNodeAttribute('Paper/x"<y>', 'title')).toBe(allowedTitle);
		expect(read.getEdgeAttributes('Paper/2402.1 MENTIONS Concept/grpo')).toMatchObject({
			...{ type: 'MENTIONS', weight: 0.125, count: 2, inTitle: true, starts: '[0,5]' }
		});
		expect(read.getEdgeAttribute('Concept/grpo CO_OCCURS Concept/ppo', 'npmi')).toBe(-0.2);
		expect(read.source('Concept/grpo CO_OCCURS Concept/ppo')).toBe('Concept/grpo');
	});

	test('declares whole numbers, fractions and truths as such, and leaves out what only our map can use', async () => {
		const text = await writtenBy(graphml(graph));
		const typeOf = (id: string) => new RegExp(`<key id="${id}" [^>]*attr.type="(\\w+)"`).exec(text)?.[1];
		expect([typeOf('node-papers'), typeOf('node-year'), typeOf('node-level'), typeOf('edge-count')]).toEqual(
			Array(4).fill('long')
		);
		expect([typeOf('node-x'), typeOf('edge-weight'), typeOf('edge-score')]).toEqual(Array(3).fill('double'));
		expect([typeOf('node-withdrawn'), typeOf('edge-inTitle')]).toEqual(['boolean', 'boolean']);
		expect([typeOf('node-title'), typeOf('node-aliases'), typeOf('edge-starts')]).toEqual(
			Array(3).fill('string')
		);
		expect(typeOf('node-coast')).toBeUndefined();
	});
});

describe('gexf', () => {
	test('is read back by graphology with names, places and values', async () => {
		const read = gexfReader.parse(Graph, await writtenBy(gexf(graph)), {
			addMissingNodes: false,
			allowUndeclaredAttributes: false
		});
		expect([read.order, read.size, read.type]).toEqual([5, 3, 'directed']);
		expect(read.getNodeAttributes('Concept/grpo')).toMatchObject({
			...{ label: 'GRPO', labels: 'Concept', papers: 2, x: -12.5, y: -3, kind: 'method' }
		});
		expect(read.getNodeAttributes('Concept/ppo')).toMatchObject({ x: 1, y: 0 });
		expect(read.getNodeAttributes('Paper/2402.1')).toMatchObject({ label: hostileTitle, x: 5, y: 7.25 });
		expect(read.getNodeAttribute('Paper/x"<y>', 'title')).toBe(allowedTitle);
		expect(read.getEdgeAttributes('Paper/2402.1 MENTIONS Concept/grpo')).toMatchObject({
			...{ relationship: 'MENTIONS', weight: 0.125, inTitle: true, starts: '[0,5]' }
		});
	});
});

/** A text as a file has it: half of a surrogate pair is no character. */
function inFile(text: string): string {
	return Buffer.from(text).toString();
}

describe('csv', () => {
	const cells = async (part: 'nodes' | 'relationships') => {
		const text = inFile(await writtenBy(csv(graph, part)));
		const read = Papa.parse<Record<string, string>>(text.trimEnd(), { header: true });
		expect(read.errors).toEqual([]);
		// Another reader sees the same.
		expect(parseCsv(text, { columns: true })).toEqual(read.data);
		return read.data;
	};

	test('nodes, of which no cell is calculated by a spreadsheet', async () => {
		const rows = await cells('nodes');
		expect(rows).toHaveLength(5);
		expect(rows[0]).toMatchObject({
			id: 'Concept/grpo',
			labels: 'Concept',
			label: 'GRPO',
			x: '-12.5',
			y: '3'
		});
		expect(JSON.parse(rows[0]?.['aliases'] ?? '')).toEqual(['G|R,P;O', '"quoted"']);
		expect(rows[1]).toMatchObject({ label: "'-1+1", name: 'ppo' });
		expect(rows[2]).toMatchObject({ title: `'${hostileTitle}`, year: '2024', withdrawn: 'true' });
		expect(rows[3]?.['title']).toBe(inFile(forbiddenTitle));
	});

	test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '=1\nmore', '＝1'])(
		'%j begins with an apostrophe',
		async (title) => {
			const text = await writtenBy(csv(madeUpGraph([paperNode('p', { title })]), 'nodes'));
			const [row] = Papa.parse<Record<string, string>>(text, { header: true }).data;
			expect(row?.['title']).toBe(`'${title}`);
		}
	);

	test('relationships', async () => {
		const rows = await cells('relationships');
		expect(rows.map(({ type }) => type)).toEqual(['CO_OCCURS', 'MENTIONS', 'INTRODUCES']);
		expect(rows[0]).toMatchObject({ start: 'Concept/grpo', end: 'Concept/ppo', npmi: '-0.2', papers: '2' });
		expect(rows[1]).toMatchObject({ inTitle: 'true', starts: '[0,5]', weight: '0.125', rule: '' });
	});
});

test('vosviewer: concepts with clusters, and links by number', async () => {
	expect(JSON.parse(await writtenBy(vosviewer(graph)))).toEqual({
		network: {
			items: [
				{
					...{ id: 1, label: 'GRPO', x: -12.5, y: -3, cluster: 1, weights: { Papers: 2 } },
					scores: { 'First year': 2024 }
				},
				{ id: 2, label: '-1+1', x: 1, y: 0, weights: { Papers: 2 } }
			],
			links: [{ source_id: 1, target_id: 2, strength: 2 }],
			clusters: [{ cluster: 1, label: 'T' }]
		}
	});
});

test('jsonLines: an object a line, with everything', async () => {
	const lines = (await writtenBy(jsonLines(graph))).trimEnd().split('\n');
	expect(lines).toHaveLength(8);
	expect(lines[7]).toBe(
		'{"type":"relationship","id":"Paper/2402.1 INTRODUCES Concept/grpo","label":"INTRODUCES",' +
			'"start":"Paper/2402.1","end":"Concept/grpo","properties":{"rule":"title"}}'
	);
	expect(JSON.parse(lines[4] ?? '')).toMatchObject({ labels: ['Topic'], properties: { coast: [4, 1, 2] } });
});

test('nothing is written where nothing is there, and it is read all the same', async () => {
	const empty = madeUpGraph([]);
	expect(graphmlReader.parse(Graph, await writtenBy(graphml(empty))).order).toBe(0);
	expect(gexfReader.parse(Graph, await writtenBy(gexf(empty))).order).toBe(0);
	expect(JSON.parse(await writtenBy(vosviewer(empty)))).toEqual({
		network: { items: [], links: [], clusters: [] }
	});
	expect(await writtenBy(jsonLines(empty))).toBe('');
});
