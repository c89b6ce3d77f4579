import { expect, test } from 'vitest';
import { subsumptions } from '#lib/concepts/identity/subsumptions.ts';
import { conceptIdSchema, paperIdSchema } from '#lib/domain/ids.ts';
import type { Concept, Mention } from '#lib/domain/graph.ts';
import type { Kind } from '#lib/domain/kind.ts';

function concept(id: string, papers: number, kind: Kind = 'method'): Concept {
	const named = { id: conceptIdSchema.parse(id), name: id, label: id, kind, aliases: [] };
	return { ...named, papers, firstDate: null, lastDate: null };
}

/** The concept in the papers from one number to another. */
function mentions(id: string, from: number, to: number): Mention[] {
	return Array.from({ length: to - from }, (_, at) => ({
		...{ paper: paperIdSchema.parse(`p${from + at}`), concept: conceptIdSchema.parse(id), weight: 1 },
		...{ count: 1, inTitle: false, starts: [0], ends: [1] }
	}));
}

const everywhere = [concept('water', 150), ...[concept('pond', 15), concept('duck', 5)]];
const places = [...mentions('water', 0, 150), ...mentions('pond', 0, 15)];

test.each([
	['nearly all its papers mention another one', everywhere, mentions('duck', 10, 15), ['duck < pond']],
	['few of its papers do', everywhere, mentions('duck', 13, 18), []],
	[
		'the kinds differ',
		[concept('water', 150), concept('pond', 15, 'task'), concept('duck', 5)],
		mentions('duck', 10, 15),
		[]
	]
])('subsumptions where %s', (_, concepts, own, expected) => {
	const found = subsumptions(concepts, [...places, ...own]);
	expect(found.map(({ narrower, broader }) => `${narrower} < ${broader}`)).toEqual(expected);
});
