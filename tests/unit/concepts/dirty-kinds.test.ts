import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { extractCorpus } from '#lib/concepts/extract.ts';
import { canonicalForm } from '#lib/concepts/words/canonical-form.ts';
import { paperRecord } from '#lib/sources/fields/paper-record.ts';
import type { Paper } from '#lib/domain/paper.ts';

/** Texts of ours as catalogues and exporters spoil them: what must be found in each, and what must be no concept. */
const cases = z
	.array(
		z.object({
			kind: z.string(),
			title: z.string(),
			abstract: z.string(),
			want: z.array(z.string()),
			never: z.array(z.string())
		})
	)
	.parse(JSON.parse(readFileSync(new URL('../../data/concepts/dirty-texts.json', import.meta.url), 'utf8')));

/** The paper that a source would make of the texts. */
function paperOf(title: string, abstract: string): Paper {
	const found = paperRecord(
		{ title, abstract },
		{ file: 'dirty.json', lastYear: 2026, year: null, columns: {} },
		1
	);
	if (!('paper' in found)) throw new Error(`${title} is no paper`);
	return found.paper;
}

/** All names of all concepts, as they are written in small letters and in their canonical forms. */
async function namesOf(paper: Paper): Promise<Set<string>> {
	const { concepts } = await extractCorpus([paper], { breadth: 'paper' });
	const names = concepts.flatMap(({ name, label, aliases }) => [name, label, ...aliases]);
	return new Set(names.flatMap((name) => [name.toLowerCase(), canonicalForm(name)]));
}

describe.each([...new Set(cases.map(({ kind }) => kind))])('extractCorpus of %s', (kind) => {
	const ofKind = cases.filter((each) => each.kind === kind);

	test('has four texts and more', () => {
		expect(ofKind.length).toBeGreaterThan(3);
	});

	test.each(ofKind)(
		'finds what is there and nothing else: $abstract',
		async ({ title, abstract, want, never }) => {
			const names = await namesOf(paperOf(title, abstract));
			const isFound = (name: string) => names.has(name.toLowerCase()) || names.has(canonicalForm(name));
			expect(want.filter((name) => !isFound(name))).toEqual([]);
			expect(never.filter(isFound)).toEqual([]);
		}
	);
});

test('keywords that an abstract names are the keywords of the paper', () => {
	const told = { title: 'Owls', abstract: 'Barn owls hunt. Keywords: barn owl; Prey choice; night vision.' };
	expect(paperOf(told.title, told.abstract).keywords).toEqual(['barn owl', 'Prey choice', 'night vision']);
	expect(
		paperOf(
			'Owls',
			'We choose keywords: they are what we search for in a long list of all of the words that owls could know.'
		).keywords
	).toBeUndefined();
});
