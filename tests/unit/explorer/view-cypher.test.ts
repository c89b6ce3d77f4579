import { describe, expect, test } from 'vitest';
import { cypherOfView } from '#lib/explorer/view-cypher.ts';
import { wholeMap, type View } from '#lib/domain/view.ts';

describe('cypherOfView', () => {
	test.each<[string, Partial<View>, string[]]>([
		[
			'the strongest concepts of the whole map',
			{},
			['MATCH (concept:Concept)', 'RETURN concept', 'ORDER BY concept.papers DESC, concept.id', 'LIMIT 40']
		],
		[
			'them within all filters',
			{ without: ['metric', 'paper', 'task'], from: '2025', to: '2025-06' },
			[
				'MATCH (concept:Concept)',
				`WHERE NOT coalesce(concept.kind, '') IN ["metric","task"]`,
				'  AND NOT concept:Paper',
				'  AND coalesce(concept.lastDate, concept.date) >= substring("2025", 0, size(coalesce(concept.lastDate, concept.date)))',
				'  AND substring(coalesce(concept.firstDate, concept.date), 0, size("2025-06")) <= "2025-06"',
				'RETURN concept',
				'ORDER BY concept.papers DESC, concept.id',
				'LIMIT 40'
			]
		],
		[
			'what lies in a topic, within a filter',
			{ scope: 'topics/deep-ponds', without: ['paper'] },
			[
				'MATCH (topic:Topic {id: "deep-ponds"})<-[:PART_OF*0..1]-(:Topic)<-[:IN_TOPIC]-(node)',
				'WHERE NOT node:Paper',
				'RETURN DISTINCT node',
				'ORDER BY coalesce(node.papers, 1) DESC, node.id',
				'LIMIT 40'
			]
		],
		[
			'the neighbours of a selected paper, before the scope',
			{ scope: 'topics/deep-ponds', selected: 'papers/10.1/x' },
			[
				'MATCH (chosen:Paper {id: "10.1/x"})-[line:MENTIONS|INTRODUCES|CO_OCCURS|BROADER|RELATED]-(near)',
				'RETURN chosen, line, near',
				'LIMIT 300'
			]
		],
		[
			'the neighbours of the concept that is the scope, within a filter',
			{ scope: 'concepts/heron', from: '2024-01' },
			[
				'MATCH (chosen:Concept {id: "heron"})-[line:MENTIONS|INTRODUCES|CO_OCCURS|BROADER|RELATED]-(near)',
				'WHERE coalesce(near.lastDate, near.date) >= substring("2024-01", 0, size(coalesce(near.lastDate, near.date)))',
				'RETURN chosen, line, near',
				'LIMIT 300'
			]
		]
	])('asks for %s', (_, change, lines) => {
		expect(cypherOfView({ ...wholeMap, ...change }, 40)).toBe(lines.join('\n'));
	});

	test('asks for one at least where nothing is shown of a topic', () => {
		expect(cypherOfView({ ...wholeMap, scope: 'topics/t' }, 0)).toMatch(/LIMIT 1$/);
	});

	test('lets no id end its text literal', () => {
		const text = cypherOfView({ ...wholeMap, selected: 'concepts/a"}) DETACH DELETE n //' }, 1);
		expect(text).toContain('{id: "a\\"}) DETACH DELETE n //"}');
	});
});
