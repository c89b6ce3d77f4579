import { expect, test } from 'vitest';
import { writtenForms } from '#lib/domain/written-forms.ts';

test.each([
	[['chain of thought'], 'CoT', 'chain of thought', ['Chain-of-Thought', 'chains of thought', 'cot', 'CoTs']],
	[[], 'LLM', 'LLM', ['LLMs', 'llm', 'Llms', "LLM's", 'LLMs\u2019']],
	[[], 'fine-tuning', 'fine-tuning', ['Finetuning', 'fine tuning']],
	[['large language model'], 'LLM', 'large language model', ['Large Language Models', 'LLMs']],
	[[], 'policy', 'policy', ['policies', 'Policies']],
	[[], 'loss', 'loss', ['losses', 'Loss']],
	[[], 'na\u00efve Bayes', 'na\u00efve Bayes', ['Naive Bayes']],
	[[], 'code I/O', 'code I/O', ['CodeI/O', 'Code I/Os']],
	[['3D-GSM'], '3DGS', '3DGS', ['3D-GS', '3D-GSM']],
	[['losing'], 'loss', 'loss', ['losing']],
	[[], 'bias', 'bias', ['Bias']],
	[['basis'], 'base', 'base', ['bases', 'basis']],
	[[], 'GPT-4', 'GPT-4', ['GPT 4', 'gpt-4', 'GPT\u20114', 'GPT4']],
	[
		['DPO loss', 'direct preference optimisation'],
		'DPO',
		'DPO',
		['DPO loss', 'direct preference optimisation']
	]
])('of these are told %j: %s, %s, %j', (told, label, name, aliases) => {
	expect(writtenForms({ label, name, aliases })).toEqual(told);
});
