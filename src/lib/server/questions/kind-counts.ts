import { z } from 'zod';
import type { KindCounts } from '#lib/domain/answers.ts';
import { splitRef } from '#lib/domain/ids.ts';
import { drawnKinds, drawnKindSchema, type DrawnKind, type View } from '#lib/domain/view.ts';
import { isWithin } from '#lib/domain/within-dates.ts';
import type { Store } from '#lib/server/store.ts';
import { conceptFilter, members, paperFilter, type MemberScope } from './choose-nodes.ts';
import { perGeneration } from './generation.ts';
import { placedNodes } from './map-nodes.ts';
import { countNeighbours } from './neighbour-sorts.ts';

const row = z.object({ kind: drawnKindSchema, total: z.int() });

function summed(counts: { kind: DrawnKind; total: number }[]): KindCounts {
	const of = (wanted: DrawnKind) =>
		counts.reduce((sum, { kind, total }) => (kind === wanted ? sum + total : sum), 0);
	return Object.fromEntries(drawnKinds.map((kind) => [kind, of(kind)])) as KindCounts;
}

/** Of all concepts and papers of the corpus or of a topic, those within the dates. */
async function inScope(
	store: Store,
	scope: MemberScope,
	id: string,
	{ from, to }: View
): Promise<KindCounts> {
	const given = { id, from, to, without: [] };
	const [concepts, papers] = await Promise.all([
		store.read(
			{
				text: `${members(scope, 'c:Concept')} WHERE ${conceptFilter(given)} RETURN c.kind AS kind, count(*) AS total`,
				row
			},
			given
		),
		store.read(
			{
				text: `${members(scope, 'p:Paper')} WHERE ${paperFilter(given)} RETURN 'paper' AS kind, count(*) AS total`,
				row
			},
			given
		)
	]);
	return summed([...concepts, ...papers]);
}

/** Of what a picture of its own holds; as there, concepts are of every date. */
async function inPicture(store: Store, view: View): Promise<KindCounts> {
	const nodes = await placedNodes(store, view.only);
	return summed(
		nodes
			.filter(({ kind, date }) => kind !== 'paper' || isWithin(date, date, view))
			.map(({ kind }) => ({ kind, total: 1 }))
	);
}

/** Of the neighbours of a concept or paper. */
async function around(store: Store, scope: Exclude<View['scope'], 'corpus'>): Promise<KindCounts> {
	const counts = await countNeighbours(store, scope);
	return summed(
		counts.flatMap(({ sort, count }) => {
			const kind = drawnKindSchema.safeParse(sort === 'related' ? 'paper' : sort).data;
			return kind ? [{ kind, total: count }] : [];
		})
	);
}

/**
 * How many of each kind the legend has to tell for a view: what its scope and its dates leave, whatever is switched off.
 * Null where that is the whole corpus, which the overview tells.
 */
export async function kindCounts(store: Store, view: View): Promise<KindCounts | null> {
	const { scope, only, isPath, from, to } = view;
	if (only.length > 0 && !isPath) return inPicture(store, view);
	if (scope === 'corpus' && from === null && to === null) return null;
	return perGeneration(store, `kinds ${JSON.stringify([scope, from, to])}`, () => {
		if (scope === 'corpus') return inScope(store, 'corpus', '', view);
		const { collection, id } = splitRef(scope);
		return collection === 'topics' ? inScope(store, 'topic', id, view) : around(store, scope);
	});
}
