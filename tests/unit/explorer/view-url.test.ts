import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collections, nodeRef } from '#lib/domain/ids.ts';
import { drawnKinds, viewSchema, wholeMap, type View, neighbourSorts } from '#lib/domain/view.ts';
import { urlOfView, viewOfAddress } from '#lib/explorer/view-url.ts';

describe('urlOfView', () => {
	test.each<[Partial<View>, string]>([
		[{}, '/'],
		[{ scope: 'topics/ponds' }, '/?scope=topics/ponds'],
		[{ selected: 'papers/10.1/a b' }, '/?at=papers/10.1/a%20b'],
		[{ open: ['concepts/a', 'papers/2401.1'] }, '/?open=concepts/a&open=papers/2401.1'],
		[{ hidden: ['concepts/c++'] }, '/?hide=concepts/c%2B%2B'],
		[{ pinned: ['concepts/a,b'] }, '/?pin=concepts/a,b'],
		[{ moved: [{ node: 'concepts/a', x: 120.26, y: -34.5 }] }, '/?moved=concepts/a~120.3~-34.5'],
		[{ without: ['paper', 'metric'] }, '/?without=paper,metric'],
		[{ from: '2024', to: '2025-02' }, '/?from=2024&to=2025-02'],
		[{ camera: { x: 10.04, y: -3.06, zoom: 0.123456 } }, '/?camera=10,-3.1,0.123'],
		[{ camera: { x: 0, y: 0, zoom: 1 } }, '/?camera=0,0,1'],
		[
			{
				...{ camera: { x: 1, y: 2, zoom: 3 }, to: '2025', from: '2024', without: ['task'] },
				...{ moved: [{ node: 'papers/p', x: 1, y: 2 }], pinned: ['papers/p'], hidden: ['papers/h'] },
				...{ open: ['papers/o'], selected: 'concepts/s', scope: 'concepts/t' }
			},
			'/?scope=concepts/t&at=concepts/s&open=papers/o&hide=papers/h&pin=papers/p&moved=papers/p~1~2' +
				'&without=task&from=2024&to=2025&camera=1,2,3'
		]
	])('of %j is %s', (change, url) => {
		expect(urlOfView({ ...wholeMap, ...change })).toBe(url);
	});
});

describe('viewOfAddress', () => {
	test.each<[string, Partial<View>]>([
		['', {}],
		['?scope=corpus', {}],
		['?scope=ponds&at=nowhere/a&open=concepts/&hide=&pin=a', {}],
		['?at=concepts/a&at=concepts/b', { selected: 'concepts/a' }],
		['?open=nothing&open=concepts/a', { open: ['concepts/a'] }],
		['?without=metric,water,,paper', { without: ['metric', 'paper'] }],
		['?from=2024-13&to=2025-02-30', {}],
		['?from=2024-02-29&to=soon', { from: '2024-02-29' }],
		['?camera=1,2', {}],
		['?camera=1,2,0', {}],
		['?camera=1,2,-1', {}],
		['?camera=a,2,1', {}],
		['?camera=,,1', {}],
		['?camera=1,,1', {}],
		['?camera=1,2,3', { camera: { x: 1, y: 2, zoom: 3 } }],
		['?camera=1e3,2,1e-7', { camera: { x: 1000, y: 2, zoom: 1e-7 } }],
		['?moved=concepts/a~1', {}],
		['?moved=concepts/a~1~', {}],
		['?moved=a~1~2', {}],
		['?moved=concepts/a~1~2x', {}],
		['?find=wing%20beat', { find: 'wing beat' }],
		['?find=%20%20', {}],
		[`?find=${'x'.repeat(201)}`, {}],
		['?moved=concepts/a~1.2.3~4', {}],
		['?moved=concepts/a~.~4', {}],
		['?moved=concepts/a~1.5~-22.5', { moved: [{ node: 'concepts/a', x: 1.5, y: -22.5 }] }],
		['?moved=concepts/a~1~2~3~4', { moved: [{ node: 'concepts/a~1~2', x: 3, y: 4 }] }],
		['?moved=x&moved=papers/p~-1~10&utm_source=mail', { moved: [{ node: 'papers/p', x: -1, y: 10 }] }]
	])('of %s reads what can be read', (address, expected) => {
		expect(viewOfAddress(address)).toEqual({ ...wholeMap, ...expected });
	});

	/** Ids hold anything that a text may hold, whole characters only: an address has no halves of them. */
	const id = fc.oneof(
		fc.string({ unit: 'grapheme', minLength: 1 }),
		fc.constantFrom('a~1~2', 'a,b', '%2F', 'a&b=c#d')
	);
	const ref = fc
		.tuple(fc.constantFrom(...collections), id)
		.map(([collection, name]) => nodeRef(collection, name));
	const tenth = fc.integer({ min: -1e6, max: 1e6 }).map((value) => value / 10);
	const date = fc.constantFrom('1999', '2024-02', '2024-02-29', null);
	const view: fc.Arbitrary<View> = fc.record({
		scope: fc.oneof(fc.constant('corpus' as const), ref),
		selected: fc.option(ref),
		line: fc.option(fc.tuple(ref, ref)),
		only: fc.array(ref),
		name: fc.option(fc.constantFrom('Birds', 'a&b=c ~ é')),
		isPath: fc.boolean(),
		isArranged: fc.boolean(),
		grown: fc.array(fc.record({ node: ref, sort: fc.constantFrom(...neighbourSorts) })),
		...{ open: fc.array(ref), hidden: fc.array(ref), pinned: fc.array(ref) },
		moved: fc.array(fc.record({ node: ref, x: tenth, y: tenth })),
		without: fc.subarray([...drawnKinds]),
		find: fc.option(fc.constantFrom('wing beat', '“é” & b=c', 'x'.repeat(200))),
		...{ from: date, to: date },
		camera: fc.option(
			fc.record({ x: tenth, y: tenth, zoom: fc.integer({ min: 1, max: 999 }).map((zoom) => zoom / 100) })
		)
	});

	test('reads every view back that urlOfView wrote', () => {
		fc.assert(
			fc.property(view, (given) => {
				const address = new URL(urlOfView(given), 'http://localhost');
				expect(address.pathname).toBe('/');
				const read = viewOfAddress(address.search);
				expect(read).toEqual(given);
				expect(urlOfView(read)).toBe(urlOfView(given));
			}),
			{ seed: 12, numRuns: 200 }
		);
	});

	test('gives a view whatever the address says', () => {
		const names = ['scope', 'at', 'open', 'hide', 'pin', 'moved', 'without', 'from', 'to', 'camera'];
		const value = fc.oneof(
			fc.string({ unit: 'grapheme' }),
			ref,
			fc.stringMatching(/^concepts\/a~[-.\d]{1,4}~[-.\d]{1,4}$/)
		);
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.constantFrom(...names), value)), (pairs) => {
				const read = viewOfAddress(new URLSearchParams(pairs).toString());
				expect(viewSchema.safeParse(read).error).toBeUndefined();
				// Written again and again it stays as it was rounded the first time.
				expect(urlOfView(viewOfAddress(urlOfView(read).slice(1)))).toBe(urlOfView(read));
			}),
			{ seed: 12, numRuns: 200 }
		);
	});
});
