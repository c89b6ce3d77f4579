import { expect, test } from 'vitest';
import { alwaysInside, countInside } from '#lib/concepts/identity/always-inside.ts';
import { evidence, wantedForms } from '#lib/concepts/text/evidence.ts';

const forms = new Set([
	'deep pond search',
	'pond search',
	'old lily search',
	'lily search',
	'new lily search',
	'pond'
]);

test.each([
	[['deep pond search', 'a deep pond search'], ['pond search']],
	[['deep pond search', 'pond search'], []],
	[['old lily search', 'new lily search'], []],
	[['pond'], []]
])('alwaysInside of %j is %j', (texts, parts) => {
	const written = texts.map((text) => evidence(text, wantedForms(forms)));
	expect([...alwaysInside([countInside(written)])]).toEqual(parts);
	expect([...alwaysInside(written.map((each) => countInside([each])))]).toEqual(parts);
});
