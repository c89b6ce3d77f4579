import { expect, test } from 'vitest';
import type { MapPicture } from '#lib/domain/map-picture.ts';
import { withPicture } from '#lib/domain/saved-picture.ts';
import { wholeMap } from '#lib/domain/view.ts';
import type { ExportedRelationship } from '#lib/server/exports/exported-graph.ts';
import { viewPage } from '#lib/server/exports/formats/html.ts';
import { conceptNode, hostileTitle, madeUpGraph, paperNode } from './made-up-graph.ts';

const sentence = 'We love <b>ponds</b> & "lakes".';
const nodeList = [
	conceptNode('ponds', { label: '<img src=x onerror=alert(1)>', papers: 1 }),
	conceptNode('lakes', { name: 'a lake', label: 'lake' }),
	paperNode('p', {
		title: hostileTitle,
		abstract: sentence,
		url: 'javascript:alert(1)',
		authors: ['<i>A</i>']
	}),
	paperNode('q', { url: 'https://example.org/?a="b"&c' })
];
const from = hostileTitle.length + 1 + sentence.indexOf('ponds');
const relationshipList: ExportedRelationship[] = [
	{ type: 'CO_OCCURS', start: 'Concept/ponds', end: 'Concept/lakes', properties: { npmi: 0.2, papers: 1 } },
	{
		...{ type: 'MENTIONS', start: 'Paper/p', end: 'Concept/ponds' },
		properties: { starts: [from], ends: [from + 'ponds'.length] }
	},
	{ type: 'RELATED', start: 'Paper/p', end: 'Paper/q', properties: { score: 0.45, text: 0.2 } }
];
const shared = new Map([
	[
		'Concept/ponds CO_OCCURS Concept/lakes',
		[
			{
				paper: {
					ref: 'papers/p',
					title: '<u>x</u>',
					date: null,
					organization: null,
					authorCount: null
				} as const,
				...{ sentence: 'a <s> b', marks: [[2, 5] as [number, number]], more: 0 }
			}
		]
	]
]);

function written(selected: (typeof wholeMap)['selected'] = null): string {
	const view = { ...wholeMap, selected };
	const picture = { scope: 'corpus', generation: '2026' } as MapPicture;
	const graph = { ...madeUpGraph(nodeList, relationshipList), view, picture, nodeList, relationshipList };
	return [...viewPage(graph, shared)].join('\n');
}

test('a page of a view has no markup but its own', () => {
	const page = written('concepts/ponds');
	expect(page).not.toMatch(/<script|<img|<[bisu]>|href="javascript/);
	expect(page).toContain('<h1 dir="auto">&lt;img src=x onerror=alert(1)&gt;</h1>');
	expect(page).toContain('href="https://example.org/?a=&quot;b&quot;&amp;c"');
});

test('a page of a view says what each line stands on', () => {
	const page = written();
	expect(page).toContain(
		'We love &lt;b&gt;<mark>ponds</mark>&lt;/b&gt; &amp; &quot;lakes&quot;.</blockquote>'
	);
	expect(page).toContain('a <mark>&lt;s&gt;</mark> b<br><small>In: <bdi>&lt;u&gt;x&lt;/u&gt;</bdi></small>');
	expect(page).toContain('<small>in 1 paper</small>');
	expect(page).toContain('<small>score: 0.45, text: 0.2</small>');
	expect(page).toContain('<h1 dir="auto">Map</h1>');
});

test('withPicture puts a picture in as it is', () => {
	const page = withPicture(written(), '<svg>$& $1</svg>');
	expect(page).toContain('<figure><svg>$& $1</svg></figure>');
	expect(withPicture(page, 'again')).toBe(page);
});
