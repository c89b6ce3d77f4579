import { describe, expect, test } from 'vitest';
import type { Decision } from '#lib/domain/decision.ts';
import { decisionFile, readDecisionFile, thesaurusFile } from '#lib/server/people/decision-files.ts';

const decisions: Decision[] = [
	{ decision: 'merge', forms: ['o1', 'o1 model'], into: ['OpenAI o1'], note: 'a {"note"} [x' },
	{ decision: 'hide', forms: ['training data'] },
	{ decision: 'kind', forms: ['AIME'], kind: 'dataset' },
	{ decision: 'split', forms: ['FPS'], near: ['theorem proving'], into: ['formal problem solving'] }
];

describe('decisionFile', () => {
	test('is one line a decision, and is read as what was written', () => {
		const text = decisionFile(decisions);
		expect(text.split('\n')[4]).toBe(
			'    {"decision":"merge","forms":["o1","o1 model"],"into":["OpenAI o1"],"note":"a {\\"note\\"} [x"},'
		);
		expect(readDecisionFile(text, 'd.json')).toEqual(decisions);
		expect(readDecisionFile(`\uFEFF${text}`, 'd.json')).toEqual(decisions);
	});
});

describe('thesaurusFile', () => {
	test('holds what is merged and hidden, and counts what it cannot tell', () => {
		expect(thesaurusFile(decisions)).toEqual({
			text: 'label\treplace by\no1\tOpenAI o1\no1 model\tOpenAI o1\ntraining data\t\n',
			untold: 2
		});
		expect(
			readDecisionFile('Label\tReplace by\r\no1\tOpenAI o1\r\n\r\ntraining data\t\r\n', 't.txt')
		).toEqual([
			{ decision: 'merge', forms: ['o1'], into: ['OpenAI o1'] },
			{ decision: 'hide', forms: ['training data'] }
		]);
	});
});

describe('readDecisionFile', () => {
	const head = '{"throughline":"decisions","version":1,"decisions":[\n';
	test.each([
		['papers', 'f: line 1: this is neither a file of decisions nor a thesaurus of VOSviewer.'],
		['label\treplace by\na\tb\nc', 'f: line 3: there is no tab between a label and what replaces it.'],
		['label\treplace by\na\tb\tc', 'f: line 2: there are more than two columns.'],
		['label\treplace by\n\tb', 'f: line 2: a form is empty.'],
		['{\n"throughline": }', 'f: line 2: this is no JSON.'],
		['{"throughline":"queries"}', 'f: line 1: this is no file of decisions.'],
		[
			`${head}{"decision":"hide","forms":["a"]},\n{"decision":"kind","forms":["a"],\n"kind":"beast"}]}`,
			'f: line 3: decision 2 does not fit: "kind":'
		],
		[`${head}{"decision":"hide","forms":["a"],"more":1}]}`, 'f: line 2: decision 1 does not fit:'],
		[`label\treplace by\n${'a'.repeat(5_000_000)}`, 'f: it has more than 5,000,000 bytes.']
	])('%#: refuses with file and line', (text, sentence) => {
		expect(() => readDecisionFile(text, 'f')).toThrow(sentence);
	});
});
