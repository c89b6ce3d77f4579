import { describe, expect, test } from 'vitest';
import { collectAliases, writtenOut, type PaperDefinitions } from '#lib/concepts/identity/aliases.ts';
import { saysTheSame } from '#lib/concepts/identity/says-the-same.ts';

/** A paper that abbreviates, as `PPS: pond policy search`, and brings names. */
function paper(id: string, pairs: string[] = [], introduced: string[] = []): PaperDefinitions {
	return {
		paper: id,
		pairs: pairs.map((pair) => {
			const [short = '', long = ''] = pair.split(': ');
			return { short, long };
		}),
		introduced: introduced.map((name) => ({ name, rule: 'title' }))
	};
}

/** So many papers without a definition: the corpus is large. */
const silent = (count: number) => Array.from({ length: count }, (_, at) => paper(`s${at}`));

function aliasesOf(papers: PaperDefinitions[], known: Record<string, number> = {}) {
	return collectAliases(papers, { forms: Object.keys(known), papersOf: (form) => known[form] ?? 0 });
}

describe('saysTheSame', () => {
	test.each<[string, string, boolean]>([
		['vision language model', 'visual language model', true],
		['state space model', 'sparse signal model', false],
		['pond search', 'pond searching', true],
		['pond search', 'pool reed', false],
		['pond of ducks', 'pond ducks', true],
		['pond duck model', 'pond duck', true],
		['pond large duck model', 'pond duck model', true],
		['wet pond duck model', 'pond duck model', false],
		['rotary pond embedding', 'rotational pond encoding', true],
		['pond duck', 'duck pond model', false],
		['pon search', 'pond seal', false],
		// Every word begins alike, and none is the same.
		['visual languages', 'vision lantern', false]
	])('%s and %s: %s', (long, other, expected) => {
		expect(saysTheSame(long, other)).toBe(expected);
		expect(saysTheSame(other, long)).toBe(expected);
	});

	test('four letters mean the same although more stands in front', () => {
		expect(saysTheSame('wet pond duck model', 'pond duck model', 4)).toBe(true);
		expect(saysTheSame('wet pond duck model', 'pond duck model', 3)).toBe(false);
	});
});

describe('writtenOut', () => {
	const longs: Record<string, string> = { rl: 'reinforcement learning', cot: 'chain of thought prompting' };
	const known = ['unsupervised reinforcement learning', 'chain of thought prompting', 'rl'];
	test.each([
		['unsupervised rl', 'unsupervised reinforcement learning'],
		['deep rl', 'deep rl'],
		['cot prompting', 'chain of thought prompting'],
		['deep pond', 'deep pond'],
		['rl', 'rl']
	])('%s is %s', (form, expected) => {
		expect(
			writtenOut(
				form,
				(word) => longs[word],
				(whole) => known.includes(whole)
			)
		).toBe(expected);
	});
});

describe('collectAliases', () => {
	test.each<[string, PaperDefinitions[], Record<string, number>, string, string]>([
		[
			'a short form is what it stands for',
			[paper('a', ['PPS: pond policy search'])],
			{},
			'pps',
			'pond policy search'
		],
		['what nobody defines is itself', [paper('a')], {}, 'pps', 'pps'],
		[
			'nearly all definitions decide',
			['a', 'b', 'c', 'd']
				.map((id) => paper(id, ['PPS: pond policy search']))
				.concat(paper('e', ['PPS: parallel pond seeds'])),
			{},
			'pps',
			'pond policy search'
		],
		[
			'with two meanings alike it stays itself',
			[paper('a', ['PPS: pond policy search']), paper('b', ['PPS: parallel pond seeds'])],
			{},
			'pps',
			'pps'
		],
		[
			'long forms that say the same are one, the more frequent one',
			[
				...['a', 'b'].map((id) => paper(id, ['VPM: vision pond model'])),
				paper('c', ['VPM: visual pond model'])
			],
			{},
			'visual pond model',
			'vision pond model'
		],
		[
			'spellings are one, that of more papers',
			[paper('a')],
			{ 'fine tuning': 3, finetuning: 9 },
			'fine tuning',
			'finetuning'
		],
		[
			'of spellings of as many papers the smaller one',
			[paper('a')],
			{ finetuning: 3, 'fine tuning': 3 },
			'finetuning',
			'fine tuning'
		],
		['three letters are no spelling', [paper('a')], { 'ab c': 1, abc: 3 }, 'ab c', 'ab c'],
		['four are', [paper('a')], { 'ab cd': 1, abcd: 3 }, 'ab cd', 'abcd'],
		['three are behind a letter by itself', [paper('a')], { 'u net': 1, unet: 3 }, 'u net', 'unet'],
		['so are two behind one letter', [paper('a')], { 'x ab': 1, xab: 3 }, 'x ab', 'xab'],
		[
			"a system's name of one word is no spelling of two words",
			[paper('a', [], ['PondNet'])],
			{ pondnet: 1, 'pond net': 3 },
			'pondnet',
			'pondnet'
		],
		[
			'in a large corpus a definition of one paper is heard where it is plain',
			[paper('a', ['PPS: pond policy search']), ...silent(200)],
			{},
			'pps',
			'pond policy search'
		],
		['one of two letters is not', [paper('a', ['PS: pond search']), ...silent(200)], {}, 'ps', 'ps'],
		['it is in a small one', [paper('a', ['PS: pond search']), ...silent(199)], {}, 'ps', 'pond search'],
		[
			'nor one that is no initialism',
			[paper('a', ['POND: policy search']), ...silent(200)],
			{},
			'pond',
			'pond'
		],
		[
			'two papers are heard',
			[paper('a', ['POND: policy search']), paper('b', ['POND: policy search']), ...silent(200)],
			{},
			'pond',
			'policy search'
		],
		[
			'small words count in an initialism or not',
			[paper('a', ['COT: chain of thought']), ...silent(200)],
			{},
			'cot',
			'chain of thought'
		],
		[
			"a system's name is none of what it abbreviates loosely, if others speak of that",
			[paper('a', ['PondX: policy search'], ['PondX'])],
			{ 'policy search': 2 },
			'pondx',
			'pondx'
		],
		[
			'it is where nobody else speaks of it',
			[paper('a', ['PondX: policy search'], ['PondX'])],
			{ 'policy search': 1 },
			'pondx',
			'policy search'
		],
		[
			'a long form may hold a short one',
			[paper('a', ['PPS: pond policy search', 'DPPS: deep PPS'])],
			{ 'deep pond policy search': 1 },
			'dpps',
			'deep pond policy search'
		]
	])('%s', (_, papers, known, form, concept) => {
		expect(aliasesOf(papers, known).resolve(form)).toBe(concept);
	});

	test('a paper means by its short forms what it says itself', () => {
		const aliases = aliasesOf([
			paper('a', ['PPS: pond policy search', 'DQ: duck query']),
			paper('b', ['PPS: parallel pond seeds']),
			paper('c')
		]);
		expect(aliases.ownOf('a')).toEqual([
			['pps', 'pond policy search'],
			['dq', 'duck query']
		]);
		expect(aliases.ownOf('b')).toEqual([['pps', 'parallel pond seed']]);
		expect(aliases.ownOf('c')).toEqual([]);
	});

	test('variants are the other forms of the same concepts', () => {
		const aliases = aliasesOf([paper('a', ['PPS: pond policy search'])], {
			finetuning: 9,
			'fine tuning': 3,
			pps: 1,
			duck: 4
		});
		expect(aliases.variants(['finetuning'])).toEqual(['fine tuning']);
		expect(aliases.variants(['pond policy search'])).toEqual(['pps']);
		expect(aliases.variants(['duck', 'heron'])).toEqual([]);
		// What is only defined is a form as well.
		expect(aliases.variants(['pps'])).toEqual(['pond policy search']);
	});
});

describe('collectAliases of a corpus of models', () => {
	const papers = new Map([
		['o1', 40],
		['openai o1', 50],
		['openai pond', 9],
		['pond', 9]
	]);
	const { resolve } = collectAliases([], { forms: papers.keys(), papersOf: (form) => papers.get(form) ?? 0 });

	test.each([
		['o1', 'openai o1'],
		['openai o1', 'openai o1'],
		// Without a digit, it may be anything.
		['pond', 'pond']
	])('takes %s for %s', (form, concept) => {
		expect(resolve(form)).toBe(concept);
	});
});

describe('collectAliases of a short form that one paper of many defines', () => {
	const meaning = (said: number, ofLong: number) => {
		const all = Array.from({ length: 300 }, (_, at) => ({
			...{ paper: `p${at}`, introduced: [] },
			pairs: at === 0 ? [{ short: 'PDS', long: 'pond duck search' }] : []
		}));
		const papers = new Map([
			['pds', said],
			['pond duck search', ofLong]
		]);
		return collectAliases(all, { forms: papers.keys(), papersOf: (form) => papers.get(form) ?? 0 });
	};

	test('means it where few others say it, or where others write it out', () => {
		expect(meaning(5, 1).resolve('pds')).toBe('pond duck search');
		expect(meaning(20, 2).resolve('pds')).toBe('pond duck search');
	});

	test('means something else to the others where many say it; to the paper itself what it defines', () => {
		expect(meaning(6, 1).resolve('pds')).toBe('pds');
		expect(meaning(6, 1).ownOf('p0')).toEqual([['pds', 'pond duck search']]);
	});
});

test('the senses on which a corpus does not agree are named, and no others', () => {
	const { senses } = aliasesOf([
		paper('a', ['PDS: pond duck search', 'HLM: heron lake map']),
		paper('b', ['PDS: past deed sheet'])
	]);
	expect([...senses]).toEqual([['pds', ['pond duck search', 'past deed sheet']]]);
});

test('what abstracts at large abbreviate so decides whether a single definition is heard', () => {
	const heard = (short: string, long: string) =>
		aliasesOf([paper('a', [`${short}: ${long}`]), ...silent(300)], { [short.toLowerCase()]: 30 }).resolve(
			short.toLowerCase()
		);
	expect(heard('PDE', 'partial differential equation')).toBe('partial differential equation');
	expect(heard('UI', 'user interface')).toBe('user interface');
	expect(heard('FPS', 'flying pond search')).toBe('fps');
	expect(heard('PDE', 'pond duck engine')).toBe('pde');
});

test('what one paper calls its own is what others mean from four letters on', () => {
	const own = (short: string, long: string) =>
		aliasesOf([paper('a', [`${short}: ${long}`], [short]), ...silent(300)], {
			[short.toLowerCase()]: 9
		}).resolve(short.toLowerCase());
	expect(own('POXQ', 'pond oxygen quota')).toBe('pond oxygen quota');
	expect(own('POQ', 'pond oxygen quota')).toBe('poq');
});
