import { expect, test } from 'vitest';
import { withDistinctAliases } from '#lib/concepts/identity/distinct-aliases.ts';
import { concept } from './made-up-concepts.ts';

test.each<[string, string | undefined, string[], string[]]>([
	['pond-tuning', undefined, ['pondtuning', 'Pond Tuning', 'pond tunings', 'pond-tuning'], []],
	['Pond-4', undefined, ['Pond4', 'POND 4', 'pond 4 model'], ['pond 4 model']],
	['pond model', 'PM', ['PM', 'pm', 'PMs', 'wide pond model'], ['wide pond model', 'PM']],
	['wide pond model', 'WPM', ['wpm', 'W-PM', 'WPM'], ['WPM']],
	['pond', undefined, ['lake', 'a small lake', 'sea'], ['a small lake', 'lake', 'sea']]
])('of %j, called %j, the forms %j are told as %j', (name, label, aliases, told) => {
	expect(withDistinctAliases(concept(name, 2, { label: label ?? name, aliases })).aliases).toEqual(told);
});
