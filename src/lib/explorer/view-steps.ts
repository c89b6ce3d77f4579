import type { NodeRef } from '#lib/domain/ids.ts';
import type { MapScope } from '#lib/domain/map-picture.ts';
import { drawnKinds, type Camera, type DrawnKind, type NeighbourSort, type View } from '#lib/domain/view.ts';

/* What a person can do to a view: each step gives a new one. */

function toggled<Item>(list: Item[], item: Item): Item[] {
	return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}

/** `camera` keeps the map where it is; without one it goes to what is selected. */
export function select(view: View, selected: NodeRef | null, camera: Camera | null = null): View {
	return { ...view, selected, line: null, camera };
}

/** No picture of its own. */
const ofItself = { only: [] as NodeRef[], name: null, isPath: false, isArranged: false };

/** A picture of its own: these nodes alone, fitted. */
export function openSet(view: View, only: NodeRef[], name: string | null = null): View {
	return {
		...view,
		...ofItself,
		scope: 'corpus',
		selected: null,
		line: null,
		open: [],
		grown: [],
		only,
		name,
		camera: null
	};
}

/** Adds the neighbours of one sort to the picture, or takes them away again. */
export function toggleGrown(view: View, node: NodeRef, sort: NeighbourSort, camera: Camera | null): View {
	const others = view.grown.filter((one) => one.node !== node || one.sort !== sort);
	const grown = others.length < view.grown.length ? others : [...others, { node, sort }];
	return { ...view, grown, camera };
}

/** Goes into a topic, or to the whole corpus. What was expanded elsewhere is folded. */
export function enter(view: View, scope: MapScope): View {
	return { ...view, scope, selected: null, line: null, ...ofItself, open: [], grown: [], camera: null };
}

/** Tells of a line of the map; null: no longer. */
export function selectLine(view: View, line: View['line'], camera: Camera | null): View {
	return { ...view, line, camera };
}

/** Goes into a topic with what is selected still selected. */
export function lookInto(view: View, scope: MapScope): View {
	return { ...view, scope, camera: null };
}

export function toggleOpen(view: View, node: NodeRef, camera: Camera | null): View {
	return { ...view, open: toggled(view.open, node), camera };
}

/** Hides a node; it is no longer selected, open or pinned. */
export function hide(view: View, node: NodeRef, camera: Camera | null): View {
	const without = (list: NodeRef[]) => list.filter((other) => other !== node);
	return {
		...view,
		selected: view.selected === node ? null : view.selected,
		line: view.line?.includes(node) ? null : view.line,
		only: without(view.only),
		grown: view.grown.filter((one) => one.node !== node),
		open: without(view.open),
		pinned: without(view.pinned),
		hidden: [...without(view.hidden), node],
		camera
	};
}

export function togglePinned(view: View, node: NodeRef): View {
	return { ...view, pinned: toggled(view.pinned, node) };
}

export function move(view: View, node: NodeRef, x: number, y: number): View {
	return { ...view, moved: [...view.moved.filter((other) => other.node !== node), { node, x, y }] };
}

export function toggleKind(view: View, kind: DrawnKind): View {
	return { ...view, without: toggled(view.without, kind) };
}

export function onlyKind(view: View, kind: DrawnKind): View {
	return { ...view, without: drawnKinds.filter((other) => other !== kind) };
}

/** Everything that narrows the picture is lifted: kinds, dates, what was hidden. */
export function clearFilters(view: View): View {
	return { ...view, without: [], from: null, to: null, find: null, hidden: [] };
}

export function isFiltered({ without, from, to, find, hidden }: View): boolean {
	return without.length > 0 || from !== null || to !== null || find !== null || hidden.length > 0;
}
