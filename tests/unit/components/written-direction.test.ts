import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import ConceptChips from '#lib/components/ConceptChips.svelte';
import EvidenceRow from '#lib/components/EvidenceRow.svelte';
import MarkedAbstract from '#lib/components/MarkedAbstract.svelte';
import PathLine from '#lib/components/PathLine.svelte';
import RelatedRow from '#lib/components/RelatedRow.svelte';
import ConceptBars from '#lib/components/map/ConceptBars.svelte';
import MapList from '#lib/components/map/MapList.svelte';
import PaperLines from '#lib/components/map/PaperLines.svelte';
import { nodeRef } from '#lib/domain/ids.ts';

/** Guards that what is written from right to left is set so, wherever it stands: its full stops are on its left. */

const hebrew = 'ברווזים ואגמים.';
const arabic = 'بط وبحيرات.';
const paper = {
	ref: nodeRef('papers', 'a'),
	title: hebrew,
	date: '2024-01',
	organization: null,
	authorCount: 1
};
const concept = { ref: nodeRef('concepts', 'b'), name: arabic, label: arabic, kind: 'method', papers: 2 };
const evidence = { paper, sentence: arabic, marks: [[0, 2]], more: 0 };

const cases: [string, Component<never>, object][] = [
	['PaperLines', PaperLines, { papers: [paper], hrefOf: () => '/' }],
	['ConceptChips', ConceptChips, { concepts: [concept] }],
	['ConceptBars', ConceptBars, { concepts: [concept], hrefOf: () => '/' }],
	['EvidenceRow', EvidenceRow, { evidence }],
	['MarkedAbstract', MarkedAbstract, { title: hebrew, abstract: arabic, concepts: [] }],
	[
		'RelatedRow',
		RelatedRow,
		{ related: { paper, score: 0.5, concepts: 0.3, text: 0.2, cites: 0, shared: [concept], sharedTotal: 1 } }
	],
	[
		'PathLine',
		PathLine,
		{
			path: {
				stations: [concept, paper, { ...concept, ref: nodeRef('concepts', 'c') }],
				evidence: [],
				hops: [{ paper, sentence: arabic, marks: [], papers: 1 }],
				cost: 1
			},
			avoidHref: () => '/'
		}
	],
	[
		'MapList',
		MapList,
		{
			picture: {
				nodes: [{ id: paper.ref, name: hebrew, title: hebrew, kind: 'paper', papers: 1, topic: 't' }]
			},
			hidden: [],
			topicName: () => arabic
		}
	]
] as never;

const empty = new Set(['img', 'input', 'br', 'circle', 'polygon', 'path', 'meta', 'link']);

/** The texts of some HTML that hold letters of these scripts, each with whether something around it sets its direction. */
function textsOf(html: string): { text: string; isSet: boolean }[] {
	const open: boolean[] = [];
	const texts: { text: string; isSet: boolean }[] = [];
	for (const [part, closing, tag = '', attributes = ''] of html.matchAll(
		/<!--[^]*?-->|<(\/?)([a-z][\w-]*)((?:"[^"]*"|[^">])*)>|[^<]+/g
	)) {
		if (tag === '' && /[\u0590-\u06ff]/.test(part))
			texts.push({ text: part.trim(), isSet: open.includes(true) });
		if (tag === '' || empty.has(tag) || attributes.endsWith('/')) continue;
		if (closing) open.pop();
		else open.push(tag === 'bdi' || attributes.includes('dir="auto"'));
	}
	return texts;
}

test.each(cases)('%s sets the direction of what it writes', (_, component, props) => {
	const { body } = render(component as unknown as Component<object>, { props });
	const texts = textsOf(body);
	expect(texts.length).toBeGreaterThan(0);
	expect(texts.filter(({ isSet }) => !isSet)).toEqual([]);
});
