import { goto } from '$app/navigation';
import { pagePath, type NodeRef } from '#lib/domain/ids.ts';
import type { MapLand } from '#lib/domain/map-picture.ts';
import type { Camera, DrawnKind, View } from '#lib/domain/view.ts';
import type { MapAction } from '#lib/explorer/keys.ts';
import { scopeOfCamera } from '#lib/explorer/scope-of-camera.ts';
import * as steps from '#lib/explorer/view-steps.ts';
import type { MapDrawing } from '#lib/map/open-map.ts';
import { askNear } from './ask-near.ts';
import { Exploration } from './exploration.svelte.ts';

const zoomStep = 1.5;

/** All that a person can do on the map page, whichever button, key or gesture asks for it. */
export class MapActions {
	readonly exploration: Exploration;
	/** The open map; null until the browser has drawn it. */
	drawing = $state.raw<MapDrawing | null>(null);
	land = $state.raw<MapLand | null>(null);
	isPhone = $state(false);

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

	expand = (node: NodeRef): void => {
		this.exploration.change(steps.toggleOpen(this.view, node, this.here()));
	};

	enter = (topic: NodeRef): void => {
		this.exploration.change(steps.enter(this.view, topic));
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

	between = (from: string | null, to: string | null): void => {
		this.exploration.change({ ...this.view, from, to, camera: this.here() });
	};

	/** The camera rests: the address keeps it, and a topic that fills the view is entered. */
	rest = (camera: Camera): void => {
		const { view } = this;
		const size = this.drawing?.extent();
		const scope =
			size && !view.selected ? scopeOfCamera(view.scope, this.land?.topics ?? [], camera, size) : view.scope;
		if (scope === view.scope) this.exploration.rest(camera);
		else this.exploration.adjust({ ...view, scope, camera });
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
			pin: this.pin
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
