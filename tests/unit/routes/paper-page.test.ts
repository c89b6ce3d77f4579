import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Page from '../../../src/routes/papers/[...id]/+page.svelte';

const paper = {
	...{ ref: 'papers/ponds', id: 'ponds', title: 'Ponds', abstract: 'We drain ponds.', date: null },
	...{ organization: null, authorCount: null, authors: [], comments: null, source: 'ponds.jsonl' },
	...{ topic: null, concepts: [], related: [] },
	...{ cites: [], citesTotal: 0, citedBy: [], citedByTotal: 0 }
};

test.each([
	['https://ponds.example/1', true],
	['javascript:alert(document.domain)', false],
	['data:text/html,<script>alert(1)</script>', false],
	[null, false]
])('the page of a paper whose url is %s links to it: %s', (url, isLinked) => {
	const { body } = render(Page as unknown as Component<{ data: object }>, {
		props: {
			data: {
				mayEdit: true,
				paper: { ...paper, url },
				...{ mine: { state: 'none', starred: false, note: '', revision: 0 }, marks: {} },
				weights: { weights: { concepts: 1, text: 1, cites: 1 }, dropped: [] }
			}
		}
	});
	expect(body.includes('rel="external')).toBe(isLinked);
	expect(body.includes('href="https://ponds.example/1"')).toBe(isLinked);
	expect(body).not.toContain('javascript:');
	expect(body).not.toContain('href="data:');
});
