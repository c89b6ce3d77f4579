import { expect, test } from 'vitest';
import { phrasePatterns } from '#lib/server/plain/constants/phrase-patterns.ts';
import { readPhrase } from '#lib/server/plain/read-phrase.ts';
import { shippedQueries } from '#lib/server/queries/shipped-queries.ts';

const now = new Date('2026-05-04T00:00:00Z');
const one = (concept: string) => ({ concept: [concept] });
const both = (concept: string, other: string) => ({ concept: [concept], other: [other] });
const list = (...concepts: string[]) => ({ concepts });
const about = 'papers-about-several-concepts';

/** How people ask, the query that is offered first, and its values. */
const phrasings: [phrase: string, query: string, values: Record<string, string[]>][] = [
	['papers on GRPO and reward model since 2025', about, { ...list('GRPO', 'reward model'), from: ['2025'] }],
	['papers on pond ecology', about, list('pond ecology')],
	['Papers about reeds, rushes and sedges', about, list('reeds', 'rushes', 'sedges')],
	['papers about reeds, rushes, and sedges', about, list('reeds', 'rushes', 'sedges')],
	['show me papers about the reed index', about, list('reed index')],
	['find articles on water levels', about, list('water levels')],
	['research on GRPO from June 2025 on', about, { ...list('GRPO'), from: ['2025-06'] }],
	['work on frogs since this year', about, { ...list('frogs'), from: ['2026'] }],
	['studies of frogs after 2024-03', about, { ...list('frogs'), from: ['2024-03'] }],
	['papers that mention GSM8K', about, list('GSM8K')],
	['papers using GSM8K & MATH', about, list('GSM8K', 'MATH')],
	['publications with frogs + newts since last year', about, { ...list('frogs', 'newts'), from: ['2025'] }],
	['what has been written about newts?', about, list('newts')],
	['please list papers on newts', about, list('newts')],
	['methods used with GSM8K', 'methods-used-with-a-dataset', one('GSM8K')],
	['which methods are used on GSM8K?', 'methods-used-with-a-dataset', one('GSM8K')],
	['what is used for frog counting', 'methods-used-with-a-dataset', one('frog counting')],
	['models evaluated on the Pond Set', 'methods-used-with-a-dataset', one('Pond Set')],
	['methods for frog counting', 'methods-used-with-a-dataset', one('frog counting')],
	['techniques tested against Pond Set', 'methods-used-with-a-dataset', one('Pond Set')],
	['what works on GSM8K', 'methods-used-with-a-dataset', one('GSM8K')],
	['who uses GSM8K', 'methods-used-with-a-dataset', one('GSM8K')],
	['models trained on Pond Set', 'methods-used-with-a-dataset', one('Pond Set')],
	['what connects STaR and DPO', 'what-connects-two-concepts', both('STaR', 'DPO')],
	['What links STaR with DPO?', 'what-connects-two-concepts', both('STaR', 'DPO')],
	['connection between frogs and newts', 'what-connects-two-concepts', both('frogs', 'newts')],
	['relations between frogs and newts', 'what-connects-two-concepts', both('frogs', 'newts')],
	['how are frogs and newts related', 'what-connects-two-concepts', both('frogs', 'newts')],
	['how is STaR and DPO connected', 'what-connects-two-concepts', both('STaR', 'DPO')],
	['how does STaR relate to DPO?', 'what-connects-two-concepts', both('STaR', 'DPO')],
	['which concepts lies between frogs and newts', 'what-connects-two-concepts', both('frogs', 'newts')],
	['concepts between frogs and newts', 'what-connects-two-concepts', both('frogs', 'newts')],
	['what comes with frogs but not newts', 'company-of-two-concepts', both('frogs', 'newts')],
	['what goes with frogs and not with newts', 'company-of-two-concepts', both('frogs', 'newts')],
	['concepts with frogs without newts', 'company-of-two-concepts', both('frogs', 'newts')],
	['frogs but not newts', 'company-of-two-concepts', both('frogs', 'newts')],
	['what was not tried with GSM8K', 'untried-with-a-dataset', one('GSM8K')],
	['which methods have never been used on GSM8K', 'untried-with-a-dataset', one('GSM8K')],
	['what has not yet been tested on GSM8K', 'untried-with-a-dataset', one('GSM8K')],
	['untried methods for frog counting', 'untried-with-a-dataset', one('frog counting')],
	['methods never applied to frogs', 'untried-with-a-dataset', one('frogs')],
	['models never evaluated on Pond Set', 'untried-with-a-dataset', one('Pond Set')],
	['papers that join frogs and newts', 'papers-of-two-concepts', both('frogs', 'newts')],
	['papers combining frogs with newts', 'papers-of-two-concepts', both('frogs', 'newts')],
	['papers with both frogs and newts', 'papers-of-two-concepts', both('frogs', 'newts')],
	['frogs together with newts', 'papers-of-two-concepts', both('frogs', 'newts')],
	['papers between ponds and rivers', 'bridges-between-topics', { topic: ['ponds'], other: ['rivers'] }],
	['bridges between ponds and rivers', 'bridges-between-topics', { topic: ['ponds'], other: ['rivers'] }],
	['papers that bridge ponds and rivers', 'bridges-between-topics', { topic: ['ponds'], other: ['rivers'] }],
	['what do ponds and rivers share', 'concepts-of-two-topics', { topic: ['ponds'], other: ['rivers'] }],
	['what ponds and rivers have in common', 'concepts-of-two-topics', { topic: ['ponds'], other: ['rivers'] }],
	['concepts shared by ponds and rivers', 'concepts-of-two-topics', { topic: ['ponds'], other: ['rivers'] }],
	['ideas that ponds and rivers share', 'concepts-of-two-topics', { topic: ['ponds'], other: ['rivers'] }],
	['newest papers on ponds', 'newest-papers-of-a-topic', { topic: ['ponds'] }],
	['the latest papers in ponds', 'newest-papers-of-a-topic', { topic: ['ponds'] }],
	['most recent work about ponds', 'newest-papers-of-a-topic', { topic: ['ponds'] }],
	['what is new in ponds', 'newest-papers-of-a-topic', { topic: ['ponds'] }],
	['papers by month on ponds', 'papers-by-month', { topic: ['ponds'] }],
	['papers per month about ponds', 'papers-by-month', { topic: ['ponds'] }],
	['how many papers on ponds per month?', 'papers-by-month', { topic: ['ponds'] }],
	['ponds by month', 'papers-by-month', { topic: ['ponds'] }],
	['trend of frogs', 'concepts-by-month', list('frogs')],
	['history of frogs and newts', 'concepts-by-month', list('frogs', 'newts')],
	['frogs over time', 'concepts-by-month', list('frogs')],
	['frogs vs newts', 'concepts-by-month', list('frogs', 'newts')],
	['compare frogs versus newts', 'concepts-by-month', list('frogs', 'newts')],
	['when did frogs appear', 'concepts-by-month', list('frogs')],
	['papers by Pond Labs', 'papers-of-an-organisation', { organisation: ['Pond Labs'] }],
	['papers from Pond Labs', 'papers-of-an-organisation', { organisation: ['Pond Labs'] }],
	['what does Pond Labs publish', 'papers-of-an-organisation', { organisation: ['Pond Labs'] }],
	['papers that say "still water"', 'papers-that-say', { words: ['still water'] }],
	['papers containing still water', 'papers-that-say', { words: ['still water'] }],
	['who says still water', 'papers-that-say', { words: ['still water'] }],
	['papers like Frogs in Spring', 'why-two-papers-are-related', { paper: ['Frogs in Spring'] }],
	['papers similar to Frogs in Spring', 'why-two-papers-are-related', { paper: ['Frogs in Spring'] }],
	['why is Frogs in Spring related', 'why-two-papers-are-related', { paper: ['Frogs in Spring'] }],
	['what comes with frogs', 'concepts-that-come-with-a-concept', one('frogs')],
	['concepts that go together with frogs', 'concepts-that-come-with-a-concept', one('frogs')],
	['which concepts occur with frogs', 'concepts-that-come-with-a-concept', one('frogs')],
	['concepts near frogs', 'concepts-that-come-with-a-concept', one('frogs')],
	['what is related to frogs?', 'concepts-that-come-with-a-concept', one('frogs')],
	['neighbourhood of frogs', 'neighbourhood-of-a-concept', one('frogs')],
	['neighborhood of the frogs', 'neighbourhood-of-a-concept', one('frogs')],
	['everything around frogs', 'neighbourhood-of-a-concept', one('frogs')],
	['gaps in ponds', 'pairs-that-never-met', { topic: ['ponds'] }],
	['what never met in ponds', 'pairs-that-never-met', { topic: ['ponds'] }],
	['unexplored combinations in ponds', 'pairs-that-never-met', { topic: ['ponds'] }],
	['top datasets', 'strongest-of-a-kind', { kind: ['dataset'] }],
	['most used metrics', 'strongest-of-a-kind', { kind: ['metric'] }],
	['which theories are popular?', 'strongest-of-a-kind', { kind: ['theory'] }],
	['all datasets', 'strongest-of-a-kind', { kind: ['dataset'] }],
	['rising concepts', 'rising-concepts', {}],
	['trending topics since 2025-03', 'rising-concepts', { from: ['2025-03'] }],
	['what is hot', 'rising-concepts', {}],
	['fading methods', 'fading-concepts', {}],
	['what went out of fashion since Jan 2025', 'fading-concepts', { from: ['2025-01'] }],
	['new concepts since 2025', 'new-concepts', { from: ['2025'] }],
	['what is new since last year?', 'new-concepts', { from: ['2025'] }],
	['what was taken up', 'what-was-taken-up', {}],
	['ideas that caught on', 'what-was-taken-up', {}],
	['introduced and never used', 'introduced-and-left-alone', {}],
	['methods that nobody uses', 'introduced-and-left-alone', {}],
	['lonely papers', 'papers-that-stand-alone', {}],
	['papers without abstracts', 'what-papers-lack', {}],
	['ambiguous acronyms', 'one-name-two-concepts', {}],
	['acronyms with two meanings', 'one-name-two-concepts', {}],
	['papers with few concepts', 'papers-of-few-concepts', {}],
	['topics with few papers', 'thin-topics', {}],
	['concepts without a kind', 'concepts-without-a-kind', {}],
	['concepts by kind', 'concepts-by-kind', {}],
	['how many mentions are there?', 'mentions-in-all', {}],
	// What asks nothing is no question.
	['frogs', '', {}],
	['reward model', '', {}],
	['', '', {}],
	['papers on ', '', {}],
	['papers on frogs since whenever', '', {}],
	[`papers on ${'frogs '.repeat(60)}`, '', {}]
];

test('there are a hundred phrasings', () => {
	expect(phrasings.length).toBeGreaterThanOrEqual(100);
});

test.each(phrasings)('%s', (phrase, query, values) => {
	const readings = readPhrase(phrase, now);
	if (query === '') {
		expect(readings).toEqual([]);
		return;
	}
	// A question may be read in several ways; the one that is meant is among the first.
	expect(readings.slice(0, 3)).toContainEqual({ query, values });
});

test('every pattern is of a shipped query, and its words are parameters of it', () => {
	for (const { query, patterns } of phrasePatterns) {
		const shipped = shippedQueries.find(({ id }) => id === query);
		const names = patterns.flatMap((pattern) =>
			[...pattern.matchAll(/\(\?<(\w+)>/g)].map(([, name]) => name)
		);
		for (const name of names)
			expect([query, name, shipped?.parameters.some((each) => each.name === name)]).toEqual([
				query,
				name,
				true
			]);
	}
	expect(new Set(phrasePatterns.map(({ query }) => query)).size).toBe(shippedQueries.length);
});

test('a hostile phrase costs no time', () => {
	const began = performance.now();
	for (const phrase of [
		'papers and '.repeat(18),
		'and '.repeat(50),
		`what ${'a b '.repeat(48)}`,
		'between '.repeat(25)
	])
		readPhrase(phrase, now);
	expect(performance.now() - began).toBeLessThan(200);
});
