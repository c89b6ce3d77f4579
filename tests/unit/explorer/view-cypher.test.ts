import { expect, test } from 'vitest';
import { cypherOfView } from '#lib/explorer/view-cypher.ts';
import { wholeMap } from '#lib/domain/view.ts';

test('cypherOfView asks for the strongest concepts of the whole map, within its filters', () => {
	expect(cypherOfView({ ...wholeMap, without: ['metric', 'paper'], from: '2025' }, 40)).toBe(
		[
			'MATCH (concept:Concept)',
			`WHERE NOT coalesce(concept.kind, '') IN ["metric"]`,
			'  AND NOT concept:Paper',
			'  AND coalesce(concept.lastDate, concept.date) >= substring("2025", 0, size(coalesce(concept.lastDate, concept.date)))',
			'RETURN concept',
			'ORDER BY concept.papers DESC, concept.id',
			'LIMIT 40'
		].join('\n')
	);
});

test('cypherOfView asks for what lies around a selection, before the scope', () => {
	const text = cypherOfView({ ...wholeMap, scope: 'topics/t', selected: 'papers/10.1/x' }, 40);
	expect(text).toContain('(chosen:Paper {id: "10.1/x"})');
});

test('an id cannot end its text literal', () => {
	const text = cypherOfView({ ...wholeMap, selected: 'concepts/a"}) DETACH DELETE n //' }, 1);
	expect(text).toContain('{id: "a\\"}) DETACH DELETE n //"}');
});
