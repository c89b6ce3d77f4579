import { expect, test } from 'vitest';
import { paperIdSchema } from '#lib/domain/ids.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { mergeFields } from '#lib/sources/identity/merge-fields.ts';
import { withoutSource } from '#lib/sources/identity/without-source.ts';

function paper(source: string, otherSources?: string[]): Paper {
	return {
		...{
			id: paperIdSchema.parse('a'),
			title: 'Ponds',
			abstract: '',
			date: null,
			url: null,
			organization: null
		},
		...{ authors: [], authorCount: null, comments: null, source, ...(otherSources ? { otherSources } : {}) }
	};
}

test.each([
	['reeds.bib', undefined, null],
	['ponds.bib', undefined, ['ponds.bib', undefined]],
	['reeds.bib', ['ponds.bib', 'seas.bib'], ['ponds.bib', ['seas.bib']]],
	['ponds.bib', ['reeds.bib'], ['ponds.bib', undefined]],
	['ponds.bib', ['reeds.bib', 'seas.bib'], ['ponds.bib', ['seas.bib']]],
	['reeds.bib/inner.ris', undefined, null],
	['reeds.bib2', undefined, ['reeds.bib2', undefined]]
])('without reeds.bib a paper of %s and %j is of %j', (source, others, left) => {
	const found = withoutSource([paper(source, others)], 'reeds.bib');
	expect(found.map((each) => [each.source, each.otherSources])).toEqual(left ? [left] : []);
});

test('a merged paper tells every file that told it, once', () => {
	const merged = mergeFields([
		paper('b.bib', ['d.bib']),
		paper('c.bib'),
		paper('a.bib', ['b.bib']),
		paper('c.bib')
	]);
	expect([merged.source, merged.otherSources]).toEqual(['b.bib', ['a.bib', 'c.bib', 'd.bib']]);
	expect(mergeFields([paper('b.bib'), paper('b.bib')])).not.toHaveProperty('otherSources');
});
