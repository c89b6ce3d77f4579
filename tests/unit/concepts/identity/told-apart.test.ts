import { expect, test } from 'vitest';
import { toldApart } from '#lib/concepts/identity/told-apart.ts';
import type { Concept } from '#lib/domain/graph.ts';
import { conceptIdSchema } from '#lib/domain/ids.ts';

function concept(id: string, label: string, name: string, more: Partial<Concept> = {}): Concept {
	return {
		...{ id: conceptIdSchema.parse(id), name, label, kind: 'method', aliases: [] },
		...{ papers: 1, firstDate: null, lastDate: null },
		...more
	};
}

function labels(...concepts: Concept[]): string[] {
	return toldApart(concepts).map(({ label }) => label);
}

test('two meanings of an acronym are told apart by their names', () => {
	expect(
		labels(
			concept('a', 'PDS', 'pond duck search'),
			concept('b', 'PDS', 'past deed sheet'),
			concept('c', 'DP', 'duck pond')
		)
	).toEqual(['PDS · pond duck search', 'PDS · past deed sheet', 'DP']);
});

test('an acronym whose meaning nobody tells keeps its letters', () => {
	expect(labels(concept('a', 'PDS', 'PDS'), concept('b', 'PDS', 'past deed sheet'))).toEqual([
		'PDS',
		'PDS · past deed sheet'
	]);
});

test('what is written alike is told apart by its kind, and at last by its id', () => {
	expect(labels(concept('a', 'Pond', 'Pond'), concept('b', 'pond', 'pond', { kind: 'task' }))).toEqual([
		'Pond · method',
		'pond · task'
	]);
	expect(labels(concept('a', 'Pond', 'Pond'), concept('b', 'pond', 'pond'))).toEqual([
		'Pond · method · a',
		'pond · method · b'
	]);
});

test('what nearly all papers mean by an acronym is called by it alone', () => {
	const rare = concept('b', 'PDS', 'past deed sheet', { papers: 2 });
	expect(labels(concept('a', 'PDS', 'pond duck search', { papers: 16 }), rare)).toEqual([
		'PDS',
		'PDS · past deed sheet'
	]);
	expect(labels(concept('a', 'PDS', 'pond duck search', { papers: 15 }), rare)).toEqual([
		'PDS · pond duck search',
		'PDS · past deed sheet'
	]);
	// One that has only its letters keeps them: the other one cannot be called so too.
	expect(labels(concept('a', 'PDS', 'pond duck search', { papers: 16 }), concept('c', 'PDS', 'PDS'))).toEqual(
		['PDS · pond duck search', 'PDS']
	);
});
