import { describe, expect, test } from 'vitest';
import { evidence, wantedForms } from '#lib/concepts/text/evidence.ts';
import { noForms } from '#lib/concepts/identity/find-places.ts';
import {
	mergePlaced,
	nothingPlaced,
	placeConcepts,
	type LocatedPaper
} from '#lib/concepts/identity/place-concepts.ts';
import { paperIdSchema } from '#lib/domain/ids.ts';

describe('placeConcepts', () => {
	const title = 'PondNet: large pond model';
	const abstract = 'A large pond model and a pond model. PondNet is one.';
	const text = `${title}\n${abstract}`;
	function located(given: Partial<LocatedPaper> = {}): LocatedPaper {
		const written = evidence(
			text,
			wantedForms(['pondnet', 'large pond model', 'pond model', 'large pond', '++'])
		);
		return {
			paper: { id: paperIdSchema.parse('p1'), title, abstract },
			...{ text, written, own: new Map(), pairs: [] },
			introduced: [{ name: 'PondNet', rule: 'title' }],
			scores: [
				{ form: 'pondnet', score: 0.25 },
				{ form: 'pond model', score: 0.01 }
			] as LocatedPaper['scores'],
			...given
		};
	}
	const concepts = new Map(['pondnet', 'large pond model', 'pond model'].map((form) => [form, form]));
	const forms = { ...noForms, concepts };
	const run = (
		given: Partial<LocatedPaper> = {},
		breadth: 'map' | 'paper' = 'map',
		parts = ['large pond']
	) => {
		const placed = nothingPlaced();
		placeConcepts(placed, located(given), forms, { parts: new Set(parts), breadth });
		return placed;
	};
	const brief = (placed: ReturnType<typeof run>) =>
		placed.mentions.map(
			({ concept, weight, count, inTitle, starts }) =>
				`${concept} ${weight} ${count} ${String(inTitle)} at ${starts.join(' ')}`
		);

	test('tells where a paper speaks of what, how much, and whether in the title', () => {
		expect(brief(run())).toEqual([
			'pondnet 0.5 2 true at 0 63',
			'large-pond-model 0.03 2 true at 9 28',
			'pond-model 0.1 1 false at 51'
		]);
		expect(run().mentions[0]).toMatchObject({ paper: 'p1', ends: [7, 70] });
	});

	test('counts places inside of longer ones where all of a paper is wanted, and parts where they are none', () => {
		expect(brief(run({}, 'paper')).at(-1)).toBe('pond-model 0.1 3 true at 15 34 51');
		expect(brief(run({}, 'paper', []))).toContain('large-pond 0.03 2 true at 9 28');
	});

	test('tells what the paper brings, by the first rule that found it', () => {
		const introduced = [
			{ name: 'PondNet', rule: 'title' },
			{ name: 'Pondnets', rule: 'cue' },
			{ name: 'Nowhere', rule: 'title' },
			{ name: '++', rule: 'cue' }
		] as LocatedPaper['introduced'];
		expect(run({ introduced }).introduces).toEqual([
			{ paper: 'p1', concept: 'pondnet', rule: 'title', starts: [0, 63], ends: [7, 70] }
		]);
	});

	test('what it brings inside a longer name is borrowed', () => {
		const introduced = [{ name: 'large pond', rule: 'title' }] as LocatedPaper['introduced'];
		const placed = run({ introduced }, 'map', []);
		expect(placed.borrowed).toEqual(['p1 large-pond']);
		expect(brief(placed)).toContain('large-pond 0.03 2 true at 9 28');
		expect(run().borrowed).toEqual([]);
	});

	test('notes how concepts are written, and asks at most two places for the kind', () => {
		const { found } = run();
		expect([...(found.get('large-pond-model')?.surfaces ?? [])]).toEqual([['large pond model', 2]]);
		expect([...(found.get('pondnet')?.surfaces ?? [])]).toEqual([['PondNet', 2]]);
		expect(found.get('pondnet')?.kind.places).toBe(2);
		const all = nothingPlaced();
		placeConcepts(all, located(), forms, { parts: new Set(), breadth: 'paper' });
		expect(all.found.get('pond-model')?.kind.places).toBe(2);
	});

	test('several shards are one', () => {
		const [one, two] = [run(), run()];
		const merged = mergePlaced([one, two, nothingPlaced()]);
		expect(merged.mentions).toHaveLength(6);
		expect(merged.introduces).toHaveLength(2);
		expect([...(merged.found.get('pondnet')?.surfaces ?? [])]).toEqual([['PondNet', 4]]);
		expect(merged.found.get('pondnet')?.kind.places).toBe(4);
		expect(mergePlaced([])).toEqual(nothingPlaced());
		const other = run();
		other.found.set('pondnet', {
			form: '-pondnet',
			surfaces: new Map([['-PondNet', 1]]),
			kind: { scores: [], places: 0, votes: new Map(), rows: new Map(), abroad: 0 }
		});
		expect(mergePlaced([run(), other]).found.get('pondnet')).toMatchObject({
			form: '-pondnet',
			surfaces: new Map([
				['PondNet', 2],
				['-PondNet', 1]
			])
		});
	});
});
