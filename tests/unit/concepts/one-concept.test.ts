import { beforeAll, describe, expect, test } from 'vitest';
import { extractCorpus } from '#lib/concepts/extract.ts';
import type { ConceptCorpus } from '#lib/domain/graph.ts';
import { paperIdSchema } from '#lib/domain/ids.ts';
import type { Paper } from '#lib/domain/paper.ts';

/** Two ways to write the same, each in a paper of its own. */
const same: [string, string][] = [
	['pond-free ranking', 'pond free ranking'],
	['fine-tuned heron', 'finetuned heron'],
	['variational pondcoder', 'variational pond-coder'],
	['KV cache', 'KV caches'],
	['pond persona', 'pond personas'],
	['multi-camera pond', 'multi-cameras pond'],
	['lily critic', 'lily critics'],
	['stopping criterion', 'stopping criteria'],
	['stable equilibrium', 'stable equilibria'],
	['local minimum', 'local minima'],
	['principal axis', 'principal axes'],
	['scoring rubric', 'scoring rubrics'],
	['heron optimiser', 'heron optimizer'],
	['pond dialogue', 'pond dialog'],
	['grey-box duck', 'gray-box duck'],
	['lily artefact', 'lily artifact'],
	['water modelling', 'water modeling'],
	['duck neighbourhood', 'duck neighborhood'],
	['colour lily', 'color lily'],
	['pond tokeniser', 'pond tokenizer'],
	['pond behaviour', 'pond behavior'],
	['Heron’s theorem', "Heron's theorem"],
	["Fr\\'echet pond", 'Fréchet pond'],
	['Schr{\\"o}dinger lily', 'Schrödinger lily'],
	['na&iuml;ve duck', 'naïve duck'],
	['vision–pond model', 'vision-pond model'],
	['vision\u2212lily model', 'vision-lily model'],
	['GPT-7', 'GPT7'],
	['Qwen2.5-Duck', 'Qwen2.5-Duck'],
	['Llama 3.1', 'Llama-3.1'],
	['U-Pond', 'UPond'],
	['A/B paddling', 'A/B paddling'],
	['R&D duck', 'R&D duck'],
	['self_attention pond', 'self-attention pond'],
	['LLM-as-a-duck', 'LLM as a duck']
];

/** Two things that only look alike. */
const different: [string, string][] = [
	['pond transformer', 'pond transformation'],
	['TIEZ', 'TIEZS'],
	['lily statistic', 'lily statics'],
	['heron generation', 'heron generator'],
	['lily corpus', 'lily corp'],
	['duck calling', 'duck caling'],
	['water parkour', 'water parkor']
];

function paper(id: string, name: string): Paper {
	const abstract = `We study ${name} in water. It is shown that ${name} swims, and we compare ${name} with others.`;
	return {
		...{ id: paperIdSchema.parse(id), title: `On ${name}`, abstract, date: '2024-01-01', url: null },
		...{ organization: null, authors: [], authorCount: 1, comments: null, source: 'test' }
	};
}

const pairs = [...same, ...different];
let corpus: ConceptCorpus;

beforeAll(async () => {
	const papers = pairs.flatMap(([one, other], at) => [paper(`p${at}a`, one), paper(`p${at}b`, other)]);
	corpus = await extractCorpus(papers, { breadth: 'paper' });
});

/** The concepts of a paper that hold the whole name: those at its longest places. */
function longestOf(id: string): string[] {
	const own = corpus.mentions.filter((each) => each.paper === id);
	const length = ({ starts, ends }: (typeof own)[number]) => (ends[0] ?? 0) - (starts[0] ?? 0);
	const most = Math.max(...own.filter(({ count }) => count >= 3).map(length));
	return own.filter((each) => each.count >= 3 && length(each) === most).map(({ concept }) => concept);
}

describe('one concept', () => {
	test.each(same.map((pair, at) => ({ pair, at })))('are $pair', ({ pair, at }) => {
		const [one, other] = [longestOf(`p${at}a`), longestOf(`p${at}b`)];
		expect(one).toHaveLength(1);
		expect(one).toEqual(other);
		const text = `On ${pair[0]}\n`;
		const found = corpus.mentions.find((each) => each.paper === `p${at}a` && each.concept === one[0]);
		expect(text.slice(found?.starts[0], found?.ends[0])).toBe(pair[0]);
	});
});

describe('two concepts', () => {
	test.each(different.map((pair, at) => ({ pair, at: same.length + at })))('are $pair', ({ at }) => {
		const [one, other] = [longestOf(`p${at}a`), longestOf(`p${at}b`)];
		expect(one).toHaveLength(1);
		expect(other).toHaveLength(1);
		expect(one).not.toEqual(other);
	});
});
