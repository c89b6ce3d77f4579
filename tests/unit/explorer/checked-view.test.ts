import { expect, test } from 'vitest';
import { wholeMap } from '#lib/domain/view.ts';
import { checkedView, parametersOfAddress } from '#lib/explorer/checked-view.ts';
import { exportAddress, exportChoices } from '#lib/explorer/export-choices.ts';

test.each([
	['', []],
	['scope=corpus', []],
	['scope=', []],
	['scope=topics/a&at=papers/10.1/b,c&open=concepts/a&open=concepts/b&hide=papers/x&pin=concepts/y', []],
	['moved=concepts/grpo~120~-34.5&without=paper,method&from=2020&to=2021-05&camera=1,2,0.5', []],
	['scope=ponds/1', ['scope']],
	['scope=topics/a&scope=topics/b', ['scope']],
	['at=grpo&open=concepts/a&open=b', ['at', 'open']],
	['without=method,pond', ['without']],
	['from=2020-13&to=yesterday', ['from', 'to']],
	['moved=concepts/grpo~a~b&camera=1,2', ['moved', 'camera']],
	['scop=topics/a', ['scop']]
])('checkedView(%j)', (query, unread) => {
	expect(checkedView(new URLSearchParams(query)).unread).toEqual(unread);
});

test.each([
	'http://localhost:3000/?scope=topics/x&without=paper',
	'/?scope=topics/x&without=paper',
	'?scope=topics/x&without=paper'
])('the view of %s', (address) => {
	const { view, unread } = checkedView(parametersOfAddress(address));
	expect([unread, view]).toEqual([[], { ...wholeMap, scope: 'topics/x', without: ['paper'] }]);
});

test('exportAddress leads to the same view', () => {
	const view = { ...wholeMap, scope: 'papers/10.1/a&b', open: ['concepts/c d'], from: '2020' } as const;
	const { searchParams } = new URL(
		exportAddress({ ...wholeMap, ...view, open: [...view.open] }, 'csv', 'nodes'),
		'http://x/'
	);
	expect([searchParams.get('format'), searchParams.get('part')]).toEqual(['csv', 'nodes']);
	for (const name of ['format', 'part']) searchParams.delete(name);
	expect(checkedView(searchParams)).toEqual({ view: { ...wholeMap, ...view }, unread: [] });
	expect(exportAddress(wholeMap, 'gexf')).toBe('/api/export?format=gexf&scope=corpus');
});

test('exportChoices: papers are offered where there are any, CSV as its two files', () => {
	const [drawn, none] = exportChoices(wholeMap, 0);
	expect(none).toBeUndefined();
	expect(drawn?.choices.map(({ name }) => name)).toEqual([
		...['JSON Lines', 'GraphML', 'GEXF', 'CSV, nodes', 'CSV, relationships', 'VOSviewer JSON']
	]);
	const [, papers] = exportChoices(wholeMap, 1);
	expect(papers).toMatchObject({ heading: 'The paper drawn', choices: { length: 3 } });
	expect(exportChoices(wholeMap, 1200)[1]?.heading).toBe('The 1,200 papers drawn');
});
