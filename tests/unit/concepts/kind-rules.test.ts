import { expect, test } from 'vitest';
import { kindByHead } from '#lib/concepts/kinds/kind-rules.ts';
import { kindOf, noEvidence } from '#lib/concepts/kinds/kind-of.ts';

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
