import { expect, test } from 'vitest';
import type { TopicSummary } from '#lib/domain/answers.ts';
import type { View } from '#lib/domain/view.ts';
import { depthOf, type Depth } from '#lib/explorer/depth.ts';

const topic = (ref: TopicSummary['ref'], level: 1 | 2): TopicSummary => ({
	...{ ref, level, name: ref, papers: 1, concepts: 1 },
	parent: level === 2 ? 'topics/large' : null
});
const topics = [topic('topics/large', 1), topic('topics/small', 2)];

test.each<[Depth, View['scope'], View['selected']]>([
	['corpus', 'corpus', null],
	['corpus', 'corpus', 'topics/large'],
	['topic', 'topics/large', null],
	['small topic', 'topics/small', null],
	['place', 'topics/small', 'papers/p'],
	['place', 'concepts/c', null],
	['corpus', 'topics/gone', null]
])('%s: %s with %s', (depth, scope, selected) => {
	expect(depthOf({ scope, selected }, topics)).toBe(depth);
});
