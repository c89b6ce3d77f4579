import { describe, expect, test } from 'vitest';
import { introductionRules } from '#lib/concepts/constants/introduction-rules.ts';
import { canonicalForm } from '#lib/concepts/words/canonical-form.ts';
import { extractCorpus } from '#lib/concepts/extract.ts';
import { introduced } from '#lib/concepts/text/introduced.ts';
import { kindOf, noEvidence, notePlace } from '#lib/concepts/kinds/kind-of.ts';
import { kindCalled } from '#lib/concepts/kinds/kind-rules.ts';
import { paperIdSchema } from '#lib/domain/ids.ts';
import { paperText, type Paper } from '#lib/domain/paper.ts';

/** A paper of which only what is given matters. */
function paper(id: string, title: string, abstract: string): Paper {
	return {
		...{ id: paperIdSchema.parse(id), title, abstract, date: '2024-01-01', url: null, organization: null },
		...{ authors: [], authorCount: 1, comments: null, source: 'test' }
	};
}

test.each([
	['PondRank: Ranking ponds', 'PondRank ranks ponds.', 'PondRank', 'title'],
	['On ponds', 'We propose PondRank, which ranks ponds.', 'PondRank', 'cue'],
	['On ponds', 'A framework (namely, RIPPLE: waves of ponds) is used.', 'RIPPLE', 'cue'],
	['On ponds', 'We present the Pond Ranking Method (PRM) here.', 'PRM', 'long-form'],
	['On ponds', 'Here we propose pond-certainty, a metric.', 'pond-certainty', 'cue'],
	['On ponds', 'PondRank is a method.', 'PondRank', 'cue']
])('introduced(%j, %j)', (title, abstract, name, rule) => {
	expect(introduced(title, abstract)).toContainEqual(expect.objectContaining({ name, rule }));
});

test.each([
	['what authors do', 'WIND'],
	['what it is called', 'HARBOR'],
	['its name after what it is', 'HARBOR'],
	['what the abstract opens with', 'HARBOR'],
	['a term', 'self-certainty'],
	['a term after what it is', 'constraint attention'],
	['a phrase that does something', 'Quiet Harbor'],
	['a long form that authors propose', 'WDS'],
	['a long form that is theirs', 'WDS']
])('the rule %j finds %j in its example', (name, found) => {
	const rule = introductionRules.find((each) => each.name === name);
	const example = rule?.example ?? '';
	const matches = [...example.matchAll(rule?.pattern ?? /$^/g)];
	expect(matches.map((match) => match.groups?.['name'] ?? match[1])).toEqual([found]);
	expect(introduced('A Quiet Harbor', example)).toEqual([
		expect.objectContaining({ name: found, rule: rule?.finds })
	]);
});

test('every rule of introduction has a row above', () => {
	expect(introductionRules).toHaveLength(9);
});

test.each([
	['A capitalised word is no name', 'On ponds', 'We propose Ponds, which freeze.'],
	['A phrase that the title does not have is no name', 'On ponds', 'Here, Quiet Harbor reduces it.']
])('introduced: %s', (_, title, abstract) => {
	expect(introduced(title, abstract)).toEqual([]);
});

test.each([
	['pond dataset', 'dataset'],
	['pond accuracy', 'metric'],
	['pond language model', 'model'],
	['pond recognition', 'task'],
	['pond learning', 'method'],
	['pond theorem', 'theory'],
	['GSM8K', 'dataset'],
	['pond', 'other']
])('kindOf(%j)', (form, kind) => {
	const text = `We look at ${form} here.`;
	const evidence = noEvidence();
	notePlace(evidence, text, 11, 11 + form.length);
	expect(kindOf(form.toLowerCase(), evidence, false)).toBe(kind);
});

test.each([
	['DUCK, a benchmark for ponds', 'dataset'],
	['DUCK model', 'model'],
	['DUCK is a novel framework that swims', 'method'],
	['DUCK swims', null]
])('kindCalled(%j)', (text, kind) => {
	expect(kindCalled(text, 0, 4)).toBe(kind);
});

describe('extractCorpus', () => {
	const papers = [
		paper(
			'a',
			'Water lily search',
			'Water lily search (WLS) finds lilies. Extensive experiments show state-of-the-art results.'
		),
		paper(
			'b',
			'WLS on small ponds',
			'We use WLS and compare water-lily search with others. Ducks are paired.'
		),
		paper('c', 'PAIRED: ducks', 'PAIRED is a novel framework. Our code is available.')
	];

	test('makes one concept of long form, short form and spellings', async () => {
		const { concepts, mentions } = await extractCorpus(papers);
		const found = concepts.find(({ id }) => id === 'water-lily-search');
		expect(found).toMatchObject({ label: 'WLS', papers: 2 });
		expect(
			mentions.filter(({ concept }) => concept === 'water-lily-search').map((each) => each.paper)
		).toEqual(['a', 'b']);
	});

	test('tells a name in capitals from the word', async () => {
		const { mentions, introduces } = await extractCorpus(papers);
		expect(mentions.filter(({ concept }) => concept === 'paired').map((each) => each.paper)).toEqual(['c']);
		expect(introduces.map(({ paper: by, concept }) => [by, concept])).toContainEqual(['c', 'paired']);
	});

	test('leaves out what names nothing', async () => {
		const names = (await extractCorpus(papers)).concepts.map(({ name }) => name.toLowerCase());
		for (const junk of [
			'extensive experiments',
			'novel framework',
			'state-of-the-art',
			'results',
			'work',
			'code'
		])
			expect(names).not.toContain(junk);
	});

	test('every mention carries the places of its evidence', async () => {
		const { concepts, mentions } = await extractCorpus(papers);
		for (const { paper: id, concept, starts, ends } of mentions) {
			const source = papers.find((each) => each.id === id);
			const known = concepts.find((each) => each.id === concept);
			const forms = [known?.name ?? '', ...(known?.aliases ?? [])].map(canonicalForm);
			for (const [index, start] of starts.entries())
				expect(forms).toContain(canonicalForm((source ? paperText(source) : '').slice(start, ends[index])));
		}
	});

	test('is the same in whatever order the papers come', async () => {
		expect(await extractCorpus([...papers].reverse())).toEqual(await extractCorpus(papers));
	});
});
