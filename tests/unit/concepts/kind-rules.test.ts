import { expect, test } from 'vitest';
import { kindAmong, kindByHead, surelyOfKind } from '#lib/concepts/kinds/kind-rules.ts';
import { addEvidence, kindOf, noEvidence, notePlace } from '#lib/concepts/kinds/kind-of.ts';

test.each([
	['ai', 'other'],
	['gpu', 'other'],
	['natural language', 'other'],
	['rationale', 'other'],
	['france', 'other'],
	['hong kong', 'other'],
	['wenchuan earthquake', 'other'],
	['ethics', 'other'],
	['aime', 'dataset'],
	['rag', 'method'],
	['self consistency', 'method'],
	['text to image', 'task'],
	['retrieval augmented generation', 'method'],
	['pond temporal consistency', 'metric'],
	['self consistency', 'method'],
	['question answer pair', 'dataset'],
	['pond tokenizer', 'model'],
	['pond bench 2.0', 'dataset'],
	['nvidia h100', 'other'],
	['fine pretraining', 'method'],
	['pond ranking', null]
])('kindByHead(%j) is %j', (form, kind) => {
	expect(kindByHead(form)).toBe(kind);
});

test.each(['france', 'ai', 'ethics', 'wenchuan earthquake', 'natural language'])(
	'kindOf(%j) is other where the texts say nothing',
	(form) => {
		expect(kindOf(form, noEvidence(), false)).toBe('other');
	}
);

test.each([
	['pond inference speed', 'metric'],
	['inductive bias', 'theory'],
	['pond encoder', null],
	['pond search', null]
])('surelyOfKind(%j) is %j', (form, kind) => {
	expect(surelyOfKind(form)).toBe(kind);
});

const among = (text: string) => {
	const start = text.indexOf('Kebalo7');
	return kindAmong(text, start, start + 'Kebalo7'.length);
};

test.each([
	['It is tested on benchmarks such as PondQA, LakeNet (+2.1), and Kebalo7.', 'dataset'],
	['It gains 3.1% on Kebalo7 and LakeNet.', 'dataset'],
	['Results with ponds of all sizes on LakeNet and Kebalo7 are shown.', 'dataset'],
	['We ask large models (e.g., LakeLM, Kebalo7) to answer.', 'model'],
	['We build on Kebalo7 and LakeNet.', null],
	['Results are good. On the whole Kebalo7 stays.', null]
])('in %j the name is of kind %j by its row', (text, kind) => {
	expect(among(text)).toBe(kind);
});

test('what is no name is of no row', () => {
	const text = 'It gains on benchmarks such as ponds.';
	expect(kindAmong(text, text.indexOf('ponds'), text.length - 1)).toBeNull();
});

test('rows of names tell a kind from two places on, in whatever part of a corpus these are', () => {
	const noted = () => {
		const evidence = noEvidence();
		const text = 'We score best on Kebalo7.';
		notePlace(evidence, text, text.indexOf('Kebalo7'), text.length - 1);
		return evidence;
	};
	const [one, two] = [noted(), noted()];
	expect(kindOf('kebalo7', one, false)).not.toBe('dataset');
	addEvidence(two, noted());
	expect(kindOf('kebalo7', two, false)).toBe('dataset');
});

test('a way of doing is no model because there are models of it', () => {
	const evidence = noEvidence();
	const text = 'The lake fine-tuning models are large.';
	notePlace(evidence, text, 4, 20);
	expect([...evidence.votes]).toEqual([['model', 1]]);
	expect(kindOf('lake fine tuning', evidence, false)).toBe('method');
});
