import { describe, expect, test } from 'vitest';
import type { News } from '#lib/domain/graph.ts';
import { netNews, type NewsStep } from '#lib/domain/history/net-news.ts';

const none: News = { papers: [], concepts: [], topics: [], merged: [], gone: [] };

function step(news: Partial<News>, totals: Partial<NewsStep['totals']> = {}): NewsStep {
	const all = { ...none, ...news };
	const { papers, concepts, topics, merged, gone } = all;
	return {
		news: all,
		totals: {
			...{ papers: papers.length, concepts: concepts.length, topics: topics.length },
			...{ merged: merged.length, gone: gone.length },
			...totals
		}
	};
}

describe('netNews', () => {
	test('of one ingest is what it brought', () => {
		const { born, merged, gone, unlisted } = netNews([
			step({
				...{ papers: ['reeds', 'ponds'], concepts: ['heron'], topics: ['birds'] },
				...{ merged: [{ former: 'concepts/heron-bird', now: 'concepts/heron' }], gone: ['topics/old'] }
			})
		]);
		expect(born).toEqual({ papers: ['reeds', 'ponds'], concepts: ['heron'], topics: ['birds'] });
		expect(merged).toEqual([{ former: 'concepts/heron-bird', now: 'concepts/heron' }]);
		expect(gone).toEqual(['topics/old']);
		expect(unlisted).toEqual({ papers: 0, concepts: 0, topics: 0, merged: 0, gone: 0 });
	});

	test.each<[string, Partial<News>[], object]>([
		['of none is nothing', [], {}],
		['adds what each brought', [{ papers: ['a'] }, { papers: ['b'] }], { papers: ['a', 'b'] }],
		['does not tell what came and went', [{ papers: ['a'] }, { gone: ['papers/a'] }], {}],
		['does not tell what went and came again', [{ gone: ['papers/a'] }, { papers: ['a'] }], {}],
		[
			'does not tell what came and was taken in',
			[{ concepts: ['a'] }, { merged: [{ former: 'concepts/a', now: 'concepts/b' }] }],
			{}
		],
		[
			'leads to the end of two merges',
			[
				{ merged: [{ former: 'concepts/a', now: 'concepts/b' }] },
				{ merged: [{ former: 'concepts/b', now: 'concepts/c' }] }
			],
			{
				merged: [
					{ former: 'concepts/a', now: 'concepts/c' },
					{ former: 'concepts/b', now: 'concepts/c' }
				]
			}
		],
		[
			'leads through what came in between',
			[
				{ concepts: ['b'], merged: [{ former: 'concepts/a', now: 'concepts/b' }] },
				{ merged: [{ former: 'concepts/b', now: 'concepts/c' }] }
			],
			{ merged: [{ former: 'concepts/a', now: 'concepts/c' }] }
		],
		[
			'lets go of a merge whose concept lives again',
			[{ merged: [{ former: 'concepts/a', now: 'concepts/b' }] }, { concepts: ['a'] }],
			{}
		],
		[
			'ends where ids lead in a circle of generations',
			[
				{ merged: [{ former: 'concepts/a', now: 'concepts/b' }] },
				{ concepts: ['a'], merged: [{ former: 'concepts/b', now: 'concepts/a' }] }
			],
			{ merged: [{ former: 'concepts/b', now: 'concepts/a' }] }
		]
	])('%s', (_, steps, wanted) => {
		const { born, merged, gone } = netNews(steps.map((news) => step(news)));
		expect({ ...born, merged, gone }).toEqual({ ...none, ...wanted });
	});

	test('counts what was not kept by id', () => {
		const steps = [step({ papers: ['a'] }, { papers: 6001 }), step({ papers: ['b'] }, { papers: 3 })];
		expect(netNews(steps).unlisted).toMatchObject({ papers: 6002, concepts: 0 });
	});
});
