import { mkdtemp, rm, appendFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { explain } from '#lib/concepts/explain.ts';
import { extractCorpus, withExtracted } from '#lib/concepts/extract.ts';
import { UsageError } from '#lib/domain/errors.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { readPapers } from '#lib/sources/read-papers.ts';

let papers: Paper[];
let folder: string;

beforeAll(async () => {
	papers = (await readPapers(['static/sample-papers.jsonl'])).papers;
	folder = await mkdtemp(join(tmpdir(), 'throughline-cache-'));
});

afterAll(() => rm(folder, { recursive: true }));

describe('the sample corpus', () => {
	test.each([
		['group-relative-policy-optimization', 'GRPO'],
		['reinforcement-learning', 'reinforcement learning'],
		['unsupervised-environment-design', 'UED'],
		['rationale', 'rationale']
	])('has %s under the label %s', async (id, label) => {
		const { concepts } = await extractCorpus(papers);
		expect(concepts.find((concept) => concept.id === id)).toMatchObject({ label });
	});

	test(
		'is the same however many workers read it, with and without the cache',
		{ timeout: 60_000 },
		async () => {
			const alone = await extractCorpus(papers);
			expect(await extractCorpus(papers, { workers: 2, cache: folder })).toEqual(alone);
			expect(await extractCorpus(papers, { cache: folder })).toEqual(alone);
		}
	);

	test('weighs a mention alike in whatever part of it, for a map; by the rank in the corpus for a paper', async () => {
		const weightsIn = async (some: Paper[], breadth: 'map' | 'paper') =>
			new Map(
				(await extractCorpus(some, { breadth })).mentions.map((each) => [
					`${each.paper} ${each.concept} ${each.starts.join()}`,
					each.weight
				])
			);
		const differing = async (breadth: 'map' | 'paper') => {
			const [part, whole] = [await weightsIn(papers.slice(0, 30), breadth), await weightsIn(papers, breadth)];
			const both = [...part].filter(([key]) => whole.has(key));
			expect(both.length).toBeGreaterThan(50);
			return both.filter(([key, weight]) => whole.get(key) !== weight).length / both.length;
		};
		expect(await differing('map')).toBe(0);
		expect(await differing('paper')).toBeGreaterThan(0);
	});

	test('is read from a cache whose last line was cut short', async () => {
		const alone = await extractCorpus(papers);
		for (const name of await readdir(folder)) await appendFile(join(folder, name), '{"key":"cut');
		expect(await extractCorpus(papers, { cache: folder })).toEqual(alone);
	});

	test('is read where the cache cannot be kept', async () => {
		const alone = await extractCorpus(papers);
		expect(await extractCorpus(papers, { cache: '/dev/null/nowhere' })).toEqual(alone);
	});
});

test('a concept is explained by any of its names', { timeout: 60_000 }, async () => {
	await withExtracted(papers, { workers: 2, forReasons: true }, async (extracted) => {
		const explained = await explain(extracted, 'GRPO');
		expect(explained?.concept.id).toBe('group-relative-policy-optimization');
		expect(explained?.forms.map(({ form }) => form)).toContain('grpo');
		expect(explained?.definitions[0]?.short).toBe('GRPO');
		expect(await explain(extracted, 'Group Relative Policy Optimization')).toEqual(explained);
		expect(await explain(extracted, 'no such pond')).toBeNull();
	});
});

test('a style that there is not is a wrong usage', async () => {
	await expect(extractCorpus(papers, { style: 'none' })).rejects.toThrow(UsageError);
});
