import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { describe, expect, test } from 'vitest';
import { citationKey, splitName } from '#lib/server/exports/bibliography.ts';
import { bibtex } from '#lib/server/exports/formats/bibtex.ts';
import { cslJson } from '#lib/server/exports/formats/csl.ts';
import { ris } from '#lib/server/exports/formats/ris.ts';
import { formats } from '#lib/sources/formats.ts';
import { foundIn } from '../../sources/found-in.ts';
import { conceptNode, hostileTitle, madeUpGraph, paperNode, writtenBy } from './made-up-graph.ts';

const full = {
	title: 'GRPO: "100%" of {half $5 #1 a_b ~ ^ \\frac --- ``it\'\' & more',
	abstract: 'We measure 50% of ponds -- in $x_1$ and {y}. A < B. Émile said: שלום.',
	authors: [
		'Anna de la Heron',
		'B. Coot',
		'Department of Law and Ethics',
		'Émile Zola',
		'王小明',
		'Jan Lee, Jr.'
	],
	...{ arxiv: '2402.03300', doi: '10.1000/x_y(1)', pubmed: '1234567', date: '2024-05-17' },
	...{ url: 'https://example.org/a?b=1&c=%7B_d', venue: 'Journal of Ponds & Lakes' },
	keywords: ['ducks', 'ponds, small', 'C#']
};
const papers = [
	paperNode('2402.03300', full),
	paperNode('=cmd', { title: '=cmd()|a, or @article{x, y = "z"}', date: '2023-07', withdrawn: true }),
	paperNode('10.1000/conf', {
		title: 'שלום (עולם) דג',
		doi: '10.1000/conf',
		date: '2022',
		venue: 'Proceedings of Ponds'
	}),
	paperNode('only', {
		title: 'Line\nends\u0000 and\ttabs\r\n@article{a, title = {b}}\nER  - \nTY  - JOUR\nTI  - c'
	})
];
const graph = madeUpGraph([conceptNode('not-a-paper'), ...papers]);

const writers = { BibTeX: bibtex, RIS: ris, 'CSL JSON and Crossref JSON': cslJson };

describe.each(Object.entries(writers))('%s', (name, write) => {
	const readBack = async () => {
		const text = await writtenBy(write(graph));
		const format = formats.find(({ recognises }) => recognises(text.slice(0, 4000), {}));
		expect(format?.name).toBe(name);
		if (!format) throw new Error('it is not recognised');
		return foundIn(format.read, text);
	};

	test('is recognised and read back by our own reader, field by field', async () => {
		const { papers: read, rejected } = await readBack();
		expect(rejected).toEqual([]);
		expect(read).toHaveLength(4);
		const { id, title, abstract, authors, doi, arxiv, pubmed, date, url, venue, keywords } = read[0] ?? {};
		expect({ id, title, abstract, authors, doi, arxiv, pubmed, date, url, venue, keywords }).toEqual({
			...full,
			id: '2402.03300'
		});
		expect(read[1]).toMatchObject({ title: '=cmd()|a, or @article{x, y = "z"}', date: '2023-07' });
		expect(read[2]).toMatchObject({
			title: 'שלום (עולם) דג',
			id: '10.1000/conf',
			date: '2022',
			venue: 'Proceedings of Ponds'
		});
		expect(read[3]).toMatchObject({
			title: 'Line ends and tabs @article{a, title = {b}} ER - TY - JOUR TI - c',
			date: null,
			authors: []
		});
	});

	test('keeps what was withdrawn', async () => {
		if (name.startsWith('CSL')) return;
		expect((await readBack()).papers.map(({ withdrawn }) => withdrawn)).toEqual([
			undefined,
			true,
			undefined,
			undefined
		]);
	});
});

test.each([
	['BibTeX', bibtex, '@bibtex/text'],
	['RIS', ris, '@ris/file']
] as const)('%s is read by citation-js as well', async (name, write, forceType) => {
	const read = new Cite(await writtenBy(write(graph)), { forceType }).data;
	expect(read).toHaveLength(4);
	const plain = (text: unknown) => String(text).replace(/<\/?[a-z][^>]*>/g, '');
	expect(plain(read[0]?.['title'])).toContain('GRPO: "100%" of {half $5 #1 a_b');
	expect(read[0]).toMatchObject({
		...{ DOI: full.doi, URL: full.url, issued: { 'date-parts': [[2024, 5, 17]] } },
		author: expect.arrayContaining([expect.objectContaining({ family: 'Coot', given: 'B.' })]) as unknown
	});
	const venue = name === 'RIS' ? 'event-title' : 'container-title';
	expect(read[2]).toMatchObject({ type: 'paper-conference', [venue]: 'Proceedings of Ponds' });
});

test('a hostile title stays one entry, whatever it holds', async () => {
	const hostile = madeUpGraph([paperNode('a', { title: hostileTitle }), paperNode('b')]);
	const text = await writtenBy(bibtex(hostile));
	expect(text.match(/^@/gm)).toHaveLength(2);
	// Every brace has its partner, also for programs that know no escapes.
	expect(text.split('{').length).toBe(text.split('}').length);
	expect(JSON.parse(await writtenBy(cslJson(hostile)))).toMatchObject([
		{ title: hostileTitle },
		{ title: 'b' }
	]);
	expect((await writtenBy(ris(hostile))).match(/^TY {2}- UNPB$/gm)).toHaveLength(2);
});

test('BibTeX as it is written', async () => {
	const [first] = (await writtenBy(bibtex(graph))).split('\n\n');
	expect(first).toMatchInlineSnapshot(`
		"@article{2402.03300,
		  title = {{GRPO: "100\\%" of \\textbraceleft{}half \\$5 \\#1 a\\_b \\textasciitilde{} \\textasciicircum{} \\textbackslash{}frac -{}-{}- \`{}\`it'{}' \\& more}},
		  author = {de la Heron, Anna and Coot, B. and {Department of Law and Ethics} and Zola, Émile and {王小明} and {Jan Lee, Jr.}},
		  journal = {Journal of Ponds \\& Lakes},
		  year = {2024},
		  month = may,
		  day = {17},
		  doi = {10.1000/x_y(1)},
		  eprint = {2402.03300},
		  archiveprefix = {arXiv},
		  pmid = {1234567},
		  url = {https://example.org/a?b=1&c=%7B_d},
		  keywords = {ducks; ponds, small; C\\#},
		  abstract = {We measure 50\\% of ponds -{}- in \\$x\\_1\\$ and \\textbraceleft{}y\\textbraceright{}. A \\textless{} B. Émile said: שלום.}
		}"
	`);
});

describe('citationKey', () => {
	test.each([
		['2402.03300', '2402.03300'],
		['10.1000/x_y(1)', '10.1000/x_5fy_281_29'],
		['שלום', '_5e9_5dc_5d5_5dd']
	])('%s is %s', (id, key) => {
		expect(citationKey(id)).toBe(key);
	});
	test('long ones are cut and stay different', () => {
		const keys = ['a', 'b'].map((end) => citationKey(`${'long-'.repeat(30)}${end}`));
		expect(new Set(keys).size).toBe(2);
		expect(keys.every((key) => key.length === 60)).toBe(true);
	});
});

test.each([
	['A. Heron', { family: 'Heron', given: 'A.' }],
	['Ludwig van Beethoven', { family: 'van Beethoven', given: 'Ludwig' }],
	['Anna Maria de la Cruz', { family: 'de la Cruz', given: 'Anna Maria' }],
	['Jean-Luc Picard', { family: 'Picard', given: 'Jean-Luc' }],
	['Plato', { literal: 'Plato' }],
	['王小明', { literal: '王小明' }],
	['Department of Law and Ethics', { literal: 'Department of Law and Ethics' }],
	['Jan Lee, Jr.', { literal: 'Jan Lee, Jr.' }]
])('splitName(%j)', (name, split) => {
	expect(splitName(name)).toEqual(split);
});
