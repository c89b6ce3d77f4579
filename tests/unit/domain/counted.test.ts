import { expect, test } from 'vitest';
import { longForm } from '#lib/domain/acronym.ts';
import { counted } from '#lib/domain/counted.ts';

test.each([
	[0, '0 papers'],
	[1, '1 paper'],
	[2, '2 papers'],
	[1234, '1,234 papers']
])('counted(%i, paper) is %s', (count, said) => {
	expect(counted(count, 'paper')).toBe(said);
});

test('counted takes another plural', () => {
	expect([counted(1, 'entry', 'entries'), counted(2, 'entry', 'entries')]).toEqual(['1 entry', '2 entries']);
});

test.each([
	['GRPO', 'group relative policy optimization', 'group relative policy optimization'],
	['VLMs', 'vision-language model', 'vision-language model'],
	['LLM', 'LLM', null],
	['Clip', 'clip', null],
	['reasoning', 'chain of reasoning', null],
	['BERT-large', 'bert-large', null]
])('the long form of %s, named %s, is %s', (label, name, long) => {
	expect(longForm({ label, name })).toBe(long);
});
