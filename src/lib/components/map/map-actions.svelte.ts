import { goto } from '$app/navigation';
import type { MonthRange } from '#lib/domain/dots.ts';
import { pagePath, splitRef, type NodeRef } from '#lib/domain/ids.ts';
import type { MapLand, MapScope } from '#lib/domain/map-picture.ts';
import { mostOnly, type Camera, type DrawnKind, type NeighbourSort, type View } from '#lib/domain/view.ts';
import { askPath } from '#lib/domain/started-query.ts';
import type { MapAction } from '#lib/explorer/keys.ts';
import { scopeOfCamera } from '#lib/explorer/scope-of-camera.ts';
import * as steps from '#lib/explorer/view-steps.ts';
import type { MapDrawing } from '#lib/map/open-map.ts';
import type { Depth } from '#lib/explorer/depth.ts';
import { askNear } from './ask-near.ts';
import type { DotsOf } from './dots-of.svelte.ts';
import { Exploration } from './exploration.svelte.ts';

const zoomStep = 1.5;
/** At this zoom single places are told apart everywhere. */
const placeZoom = 1.6;

/** All that a person can do on the map page, whichever button, key or gesture asks for it. */
export class MapActions {
	readonly exploration: Exploration;
	/** The open map; null until the browser has drawn it. */
	drawing = $state.raw<MapDrawing | null>(null);
	land = $state.raw<MapLand | null>(null);
	isPhone = $state(false);
	/** Every paper as a dot. */
	dots = $state.raw<DotsOf | null>(null);
	/** Nodes that are chosen together, to make a picture of them. */
	gathered = $state.raw<NodeRef[]>([]);
	/** The months of the brush while it is dragged or plays; undefined: those of the view hold. */
	range = $state.raw<MonthRange | null | undefined>(undefined);

	constructor(view: View) {
		this.exploration = new Exploration(view);
	}

	get view(): View {
		return this.exploration.view;
	}

	/** Where the map is looked at now: with it in the view, the map stays where it is. */
	private here(): Camera | null {
		return this.drawing?.camera() ?? this.view.camera;
	}

	/** On a phone the sheet covers what was chosen, so there the map makes room for it. */
	select = (node: NodeRef | null): void => {
		if (node === this.view.selected) return;
		this.exploration.change(steps.select(this.view, node, this.isPhone && node ? null : this.here()));
	};

	selectDot = async (dot: number): Promise<void> => {
		const paper = await this.dots?.paperOf(dot);
		if (paper) this.select(paper.ref);
	};

	expand = (node: NodeRef): void => {
		this.exploration.change(steps.toggleOpen(this.view, node, this.here()));
	};

	/** Draws the neighbours of one sort, and shows them. */
	grow = (node: NodeRef, sort: NeighbourSort): void => {
		this.exploration.change(steps.toggleGrown(this.view, node, sort, null));
	};

	/** Only a node and what is near it; once more: the whole map again, with it selected. */
	onlyNode = (node: NodeRef): void => {
		const { view } = this;
		const next = steps.enter(view, view.scope === node ? 'corpus' : node);
		this.exploration.change({ ...next, selected: node });
	};

	enter = (topic: MapScope): void => {
		this.exploration.change(steps.enter(this.view, topic));
	};

	selectLine = (ends: [NodeRef, NodeRef]): void => {
		this.exploration.change(steps.selectLine(this.view, ends, this.here()));
	};

	lookInto = (topic: NodeRef): void => {
		this.exploration.change(steps.lookInto(this.view, topic));
	};

	move = (node: NodeRef, x: number, y: number): void => {
		this.exploration.change(steps.move({ ...this.view, camera: this.here() }, node, x, y));
	};

	pin = (node: NodeRef): void => {
		this.exploration.change({ ...steps.togglePinned(this.view, node), camera: this.here() });
	};

	hide = (node: NodeRef): void => {
		this.exploration.change(steps.hide(this.view, node, this.here()));
	};

	toggleKind = (kind: DrawnKind): void => {
		this.exploration.change({ ...steps.toggleKind(this.view, kind), camera: this.here() });
	};

	onlyKind = (kind: DrawnKind): void => {
		this.exploration.change({ ...steps.onlyKind(this.view, kind), camera: this.here() });
	};

	allKinds = (): void => {
		this.exploration.change({ ...this.view, without: [], camera: this.here() });
	};

	clearFilters = (): void => {
		this.exploration.change(steps.clearFilters(this.view));
	};

	/** The brush is dragged, or plays: dots and land follow, the view does not yet. */
	preview = (range: MonthRange | null | undefined): void => {
		this.range = range;
	};

	/** Another view, as it is. */
	showAs = (view: View): void => {
		this.exploration.change(view);
	};

	/** Adds to what is gathered; a node that is gathered already is let go. */
	gather = (nodes: NodeRef[]): void => {
		const [node] = nodes;
		if (nodes.length === 1 && node && this.gathered.includes(node))
			this.gathered = this.gathered.filter((other) => other !== node);
		else
			this.gathered = [...this.gathered, ...nodes.filter((other) => !this.gathered.includes(other))].slice(
				0,
				mostOnly
			);
	};

	forgetGathered = (): void => {
		this.gathered = [];
	};

	/** What is gathered becomes a picture of its own. */
	openGathered = (): void => {
		const { gathered } = this;
		this.gathered = [];
		this.exploration.change(steps.openSet(this.view, gathered));
	};

	leaveSet = (): void => {
		this.exploration.change(steps.openSet(this.view, []));
	};

	/** Another view of the same stretch of the map: a filter was lifted. */
	show = (view: View): void => {
		this.exploration.change({ ...view, camera: this.here() });
	};

	/** To the topic in the middle of the map, to a place there, or to the whole corpus. */
	goTo = (depth: Depth): void => {
		const { drawing } = this;
		if (depth === 'corpus') this.enter('corpus');
		else if (depth === 'place') drawing?.zoomTo(placeZoom);
		else {
			const topic = drawing?.topicInMiddle(depth === 'topic' ? 1 : 2);
			if (topic) this.enter(topic);
		}
	};

	between = (from: string | null, to: string | null): void => {
		this.range = undefined;
		this.exploration.change({ ...this.view, from, to, camera: this.here() });
	};

	/** The camera rests: the address keeps it, and a topic that fills the view is entered. */
	rest = (camera: Camera): void => {
		const { view } = this;
		const size = this.drawing?.extent();
		const scope =
			size && !(view.selected && splitRef(view.selected).collection !== 'topics')
				? scopeOfCamera(view.scope, this.land?.topics ?? [], camera, size)
				: view.scope;
		if (scope === view.scope) this.exploration.rest(camera);
		else this.exploration.adjust({ ...view, scope, selected: null, camera });
	};

	readonly nearOf = askNear();

	/** Lightens a topic's land, as when its row is under the pointer. */
	lightTopic = (topic: NodeRef | null): void => {
		this.drawing?.lightTopic(topic);
	};

	zoom = (factor: number): void => {
		this.drawing?.zoomBy(factor);
	};

	whole = (): void => {
		this.drawing?.fit();
		this.exploration.rest(null);
	};

	undo = (): void => {
		this.exploration.undo();
	};

	redo = (): void => {
		this.exploration.redo();
	};

	/** Answers a key of the map; `node` is where the keyboard stands. */
	answer = (action: MapAction, node: NodeRef | null): void => {
		const onNode: Partial<Record<MapAction, (at: NodeRef) => void>> = {
			open: (at) => {
				if (at === this.view.selected) void goto(pagePath(at));
				else this.select(at);
			},
			expand: this.expand,
			hide: this.hide,
			pin: this.pin,
			gather: (at) => {
				this.gather([at]);
			},
			ask: (at) => void goto(askPath(this.gathered.length > 0 ? this.gathered : [at]))
		};
		const onMap: Partial<Record<MapAction, () => void>> = {
			search: () => document.querySelector<HTMLInputElement>('[role="search"] input')?.focus(),
			back: () => {
				history.back();
			},
			'zoom-in': () => {
				this.zoom(zoomStep);
			},
			'zoom-out': () => {
				this.zoom(1 / zoomStep);
			},
			'whole-map': this.whole,
			undo: this.undo,
			redo: this.redo,
			clear: () => {
				this.select(null);
			},
			keys: () => void goto('/help#keys')
		};
		if (node) onNode[action]?.(node);
		onMap[action]?.();
	};
}
