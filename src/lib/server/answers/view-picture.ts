import { NotFoundError } from '#lib/domain/errors.ts';
import { splitRef, type NodeRef } from '#lib/domain/ids.ts';
import type { MapPicture, PaperStack } from '#lib/domain/map-picture.ts';
import { isWithin } from '#lib/domain/within-dates.ts';
import type { View } from '#lib/domain/view.ts';
import { assemblePicture } from './assemble-picture.ts';
import { chooseNodes, type Chosen } from '#lib/server/questions/choose-nodes.ts';
import { perGeneration } from '#lib/server/questions/generation.ts';
import { edgesAmong } from '#lib/server/questions/map-edges.ts';
import { placedNodes, type PlacedNode } from '#lib/server/questions/map-nodes.ts';
import { mostPapers } from '#lib/server/questions/most-papers.ts';
import { neighboursOf } from '#lib/server/questions/neighbours.ts';
import { neighboursOfSort } from '#lib/server/questions/neighbour-sorts.ts';
import { hubPapers, mostSinglePapers, paperStacks } from '#lib/server/questions/paper-stacks.ts';
import type { Store } from '#lib/server/store.ts';

interface Near extends Chosen {
	stacks: PaperStack[];
}

/** What is near a node; the papers of a hub are gathered by topic, but for those of the topic that is entered. */
async function placesNear(store: Store, ref: NodeRef, view: View): Promise<Near> {
	const near = { ...(await neighboursOf(store, ref)), tied: false };
	const isHub = splitRef(ref).collection === 'concepts' && near.papers > mostSinglePapers;
	if (!isHub) return { ...near, stacks: [] };
	const concepts = near.refs.filter((other) => splitRef(other).collection === 'concepts');
	if (view.without.includes('paper')) return { ...near, refs: concepts, stacks: [] };
	const [papers, stacks] = await Promise.all([hubPapers(store, ref, view), paperStacks(store, ref, view)]);
	return { ...near, refs: [...concepts, ...papers], stacks };
}

/** A node that was opened or selected and is gone with an update leaves the picture without it. */
async function nearOf(store: Store, ref: NodeRef, view: View): Promise<Near | null> {
	try {
		return await placesNear(store, ref, view);
	} catch (error) {
		if (error instanceof NotFoundError) return null;
		throw error;
	}
}

/** A picture of its own is its nodes; nothing was chosen of more. */
function ofItself(refs: NodeRef[]): Chosen {
	const papers = refs.filter((ref) => splitRef(ref).collection === 'papers').length;
	return { refs, papers, concepts: refs.length - papers, by: 'choice', tied: true };
}

function isOfKind(view: View, { kind, date }: PlacedNode): boolean {
	if (view.without.includes(kind)) return false;
	return kind !== 'paper' || isWithin(date, date, view);
}

/** What a view shows before anything is chosen in it. A path lies on the map that it leads through. */
async function baseOf(store: Store, view: View): Promise<Chosen> {
	if (view.only.length > 0 && !view.isPath) return ofItself(view.only);
	const chosen = await chooseNodes(store, view.scope, view);
	return { ...chosen, refs: [...view.only, ...chosen.refs] };
}

async function draw(store: Store, view: View, generation: string): Promise<MapPicture> {
	const base = await baseOf(store, view);
	const chosen = view.selected === null || view.selected === view.scope ? [] : [view.selected];
	const grown = await Promise.all(
		view.grown.map(async ({ node, sort }) => [node, ...(await neighboursOfSort(store, node, sort))])
	);
	const focus = [...new Set([...chosen, ...view.open, ...view.grown.map(({ node }) => node)])].filter(
		(ref) => splitRef(ref).collection !== 'topics'
	);
	// In a picture of its own a choice draws nothing that is not in it.
	const isWalked = (ref: NodeRef) =>
		view.open.includes(ref) || (view.only.length === 0 && ref === view.selected);
	const near = await Promise.all(
		focus.map((ref) => (isWalked(ref) ? nearOf(store, ref, view) : Promise.resolve(null)))
	);
	const lit = [
		...grown.flat(),
		...focus.flatMap((ref, index) => (near[index] ? [ref, ...near[index].refs] : []))
	];
	const hidden = new Set(view.hidden);
	const refs = [...new Set<NodeRef>([...lit, ...view.pinned, ...base.refs])].filter(
		(ref) => !hidden.has(ref)
	);
	const kept = new Set<NodeRef>([...focus, ...view.pinned, ...view.only]);
	const nodes = (await placedNodes(store, refs)).filter((node) => kept.has(node.id) || isOfKind(view, node));
	const drawn = nodes.map(({ id }) => id);
	const around = view.scope === 'corpus' || base.tied ? [] : [view.scope];
	const touched = base.tied ? drawn : [...focus, ...around];
	// Round a choice, co-occurrence ties what is near it and nothing else: the rest of the map stays a base map.
	const nearby = new Set(base.tied ? drawn : [...lit, ...(around.length > 0 ? base.refs : [])]);
	const edges = (await edgesAmong(store, drawn, touched)).filter(
		({ type, source, target }) => type !== 'CO_OCCURS' || (nearby.has(source) && nearby.has(target))
	);
	// Rays of two hubs would cross each other everywhere: only those of the selected one are drawn.
	const stacks = near[focus.findIndex((ref) => ref === view.selected)]?.stacks ?? [];
	const picture = assemblePicture(nodes, edges, [...focus, ...around], 2 * stacks.length);
	const shown = {
		concepts: picture.nodes.filter(({ kind }) => kind !== 'paper').length,
		papers: picture.nodes.filter(({ kind }) => kind === 'paper').length
	};
	const total = {
		concepts: Math.max(base.concepts, shown.concepts),
		papers: Math.max(base.papers, shown.papers)
	};
	return {
		scope: view.scope,
		generation,
		...picture,
		stacks,
		shown: shown.concepts + shown.papers,
		total: total.concepts + total.papers,
		concepts: { shown: shown.concepts, total: total.concepts },
		papers: { shown: shown.papers, total: total.papers },
		by: base.by,
		most: await mostPapers(store)
	};
}

/**
 * What a view draws, at most 300 elements: the selected and the opened nodes with their neighbours first, then
 * what is pinned, then the strongest of the scope; without what is hidden and what the filters leave out.
 * Throws NotFoundError when the scope is gone.
 */
export async function viewPicture(store: Store, view: View): Promise<MapPicture> {
	const { scope, selected, only, isPath, grown, open, hidden, pinned, without, from, to } = view;
	const key = JSON.stringify([scope, selected, only, isPath, grown, open, hidden, pinned, without, from, to]);
	return perGeneration(store, `picture ${key}`, (generation) => draw(store, view, generation));
}
