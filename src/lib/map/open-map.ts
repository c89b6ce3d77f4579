import cytoscape, { type Core } from 'cytoscape';
import type { NodeRef } from '#lib/domain/ids.ts';
import type { Camera } from '#lib/domain/view.ts';
import { bringIntoView, cameraOf, flyTo, isSameCamera, motionTime } from './camera.ts';
import { targetOf, wholeOf } from './aim.ts';
import { whenFontsCome } from './faces.ts';
import { elementsOf } from './elements.ts';
import { GroundPointer } from './ground-pointer.ts';
import { Ground } from './ground.ts';
import { stackLayers, type Layers } from './layers.ts';
import { hearMap } from './hear-map.ts';
import { dismissEdges } from './guest-edges.ts';
import { Hover } from './hover.ts';
import { light, lightMarked, markDistance, markGathered, markLine } from './lighting.ts';
import type { Drawn } from './drawn.ts';
import { readPalette, type Palette } from './palette.ts';
import { stylesheet, type Scale } from './stylesheet.ts';
import type { MapEvents, Sight } from './sight.ts';
import { placeTexts } from './place-texts.ts';
import { syncElements } from './sync-elements.ts';
import { TextLayer } from './text-layer.ts';
import { zoomByWheel } from './wheel.ts';

/** After this many milliseconds without motion the texts are placed anew. */
const restAfter = 150;
/** While the camera moves sizes are fitted to the zoom every so many milliseconds: all styles are computed anew for it. */
const rescaleEvery = 90;

/** The interactive map in `container`: land below, Cytoscape with transparent ground, all text above. */
export class MapDrawing {
	private readonly layers: Layers;
	private readonly cy: Core;
	private readonly text: TextLayer;
	private readonly observer: ResizeObserver;
	private readonly scale: Scale;
	private palette: Palette;
	private size = { width: 0, height: 0, pixelRatio: 1 };
	private readonly ground: Ground;
	private readonly pointer: Hover;
	private readonly beside: GroundPointer;
	private readonly endWheel: () => void;
	private readonly endFonts: () => void;
	private frame = 0;
	private isMoving = false;
	/** When the sizes were last fitted to the zoom. */
	private rescaled = 0;
	private timer: ReturnType<typeof setTimeout> | undefined;
	/** The camera of the last fit or view: what differs from it was moved by a person. */
	private known: Camera | null = null;

	constructor(
		private readonly container: HTMLElement,
		private sight: Sight,
		private readonly events: MapEvents
	) {
		this.layers = stackLayers(container);
		this.palette = readPalette(container);
		this.scale = { most: sight.picture.most, zoom: 1 };
		this.cy = cytoscape({
			container: this.layers.graph,
			style: stylesheet(this.palette, this.scale),
			layout: { name: 'preset' },
			minZoom: 0.02,
			maxZoom: 8,
			autounselectify: true,
			boxSelectionEnabled: true,
			autoungrabify: sight.isPhone
		});
		this.text = new TextLayer(this.layers.text, this.cy);
		this.pointer = new Hover(this.cy, container, events, {
			isAtRest: () => !this.sight.view.selected && !this.sight.marked,
			light: this.light.bind(this),
			settle: this.settle.bind(this)
		});
		this.size = this.layers.resize();
		this.ground = new Ground(sight);
		this.beside = new GroundPointer(this.cy, container, this.ground, this.text, events);
		syncElements(this.cy, elementsOf(sight.picture, sight.view), { parent: null, milliseconds: 0 });
		this.mark();
		this.aim(0);
		this.cy.on('render', this.paint.bind(this));
		this.cy.on('viewport', this.follow.bind(this));
		const { cy, ground, beside, pointer } = this;
		hearMap({ cy, ground, beside, pointer, events });
		this.endWheel = zoomByWheel(this.cy, container, () => motionTime() === 0);
		this.observer = new ResizeObserver(() => {
			this.fitSize();
		});
		this.observer.observe(container);
		this.rescale();
		this.settle();
		void this.arrange();
		this.endFonts = whenFontsCome(document.fonts, () => {
			if (this.cy.destroyed()) return;
			this.text.measureAnew();
			this.settle();
		});
	}

	/** Shows something else; what is the same stays where it is. */
	show(sight: Sight): void {
		const before = this.sight;
		this.sight = sight;
		dismissEdges(this.cy);
		this.ground.show(sight);
		this.scale.most = sight.picture.most;
		if (before.picture !== sight.picture || before.view !== sight.view) {
			const opened = sight.view.open.find((node) => !before.view.open.includes(node)) ?? null;
			const elements = elementsOf(sight.picture, sight.view);
			syncElements(this.cy, elements, { parent: opened, milliseconds: opened ? motionTime() : 0 });
			this.mark();
			void this.arrange();
		} else if (before.gathered !== sight.gathered) markGathered(this.cy, sight.gathered ?? []);
		const { view } = sight;
		const isCovered = before.inset.bottom !== sight.inset.bottom && view.camera === null;
		const hasLanded = before.land !== sight.land;
		const moved = before.view.camera !== view.camera || before.view.scope !== view.scope;
		const chosen =
			before.marked !== sight.marked || (before.view.selected !== view.selected && view.camera === null);
		if (moved || chosen || hasLanded || isCovered) this.aim(motionTime());
		this.wait();
		this.cy.forceRender();
	}

	/** Gives the number of nodes that are lit around the selected, hovered or walked-to one. */
	light(centre: NodeRef | null): number {
		const { marked, view } = this.sight;
		const count = marked ? lightMarked(this.cy, marked) : light(this.cy, centre ?? view.selected);
		markDistance(this.cy, this.cy.zoom(), this.isPhoneOverview());
		return count;
	}

	/** Where the keyboard stands; the camera follows when it is out of view. */
	walkTo(node: NodeRef | null): void {
		this.cy.nodes('.current').removeClass('current');
		const element = this.cy.getElementById(node ?? '');
		element.addClass('current');
		this.events.point(null);
		if (node && element.nonempty()) {
			bringIntoView(this.cy, element.position(), motionTime());
			setTimeout(() => {
				if (element.hasClass('current')) this.pointer.point(node);
			}, motionTime());
		}
		this.settle();
	}

	/** Lightens the land of a topic, as when its row in the list is under the pointer. */
	lightTopic(topic: NodeRef | null): void {
		this.beside.lightTopic(topic);
	}

	zoomBy(factor: number): void {
		this.zoomTo(this.cy.zoom() * factor);
	}

	/** Pixels for a unit of the world, round the middle of the map. */
	zoomTo(zoom: number): void {
		const { cy } = this;
		const level = Math.min(cy.maxZoom(), Math.max(cy.minZoom(), zoom));
		flyTo(cy, { ...cameraOf(cy), zoom: level }, motionTime());
	}

	/** The topic of a level whose land lies in the middle of the map, or nearest to it. */
	topicInMiddle(level: 1 | 2): NodeRef | null {
		const { x, y } = cameraOf(this.cy);
		return this.ground.nearestTopic(x, y, level);
	}

	/** The whole of the current scope, also where something is selected. */
	fit(): void {
		const camera = wholeOf(this.cy, this.ground.lands, this.sight, this.size);
		this.known = camera;
		if (camera) flyTo(this.cy, camera, motionTime());
	}

	camera(): Camera {
		return cameraOf(this.cy);
	}

	/** What a saved picture is made of. */
	drawn(): Drawn {
		return { cy: this.cy, paint: this.paintOn.bind(this), palette: this.palette };
	}

	/** The size of the map in CSS pixels. */
	extent(): { width: number; height: number } {
		return this.size;
	}

	/** Reads the theme's colours anew. */
	recolour(): void {
		this.palette = readPalette(this.container);
		this.cy.style(stylesheet(this.palette, this.scale));
		this.cy.forceRender();
	}

	destroy(): void {
		clearTimeout(this.timer);
		this.pointer.end();
		this.endWheel();
		this.endFonts();
		cancelAnimationFrame(this.frame);
		this.observer.disconnect();
		this.cy.destroy();
		this.layers.remove();
	}

	private mark(): void {
		this.cy.nodes('.selected').removeClass('selected');
		this.cy.getElementById(this.sight.view.selected ?? '').addClass('selected');
		markLine(this.cy, this.sight.view.line);
		markGathered(this.cy, this.sight.gathered ?? []);
		this.light(null);
	}

	private isPhoneOverview(): boolean {
		return this.sight.isPhone && this.sight.view.scope === 'corpus' && this.cy.zoom() < 0.8;
	}

	/** A picture of its own may be laid out by its lines; the layout is fetched by those who ask for it. */
	private async arrange(): Promise<void> {
		const { view } = this.sight;
		if (!view.isArranged) return;
		const { arrange } = await import('./arrange.ts');
		// Another view may have come meanwhile, or the page may have gone.
		if (this.cy.destroyed() || this.sight.view !== view) return;
		arrange(this.cy);
		this.aim(motionTime());
		this.wait();
	}

	/** Goes where the view says. */
	private aim(milliseconds: number): void {
		const target = targetOf(this.cy, this.ground.lands, this.sight, this.size);
		if (!target || isSameCamera(target, cameraOf(this.cy))) return;
		this.known = target;
		flyTo(this.cy, target, milliseconds);
	}

	private follow(): void {
		this.isMoving = true;
		this.events.point(null);
		cancelAnimationFrame(this.frame);
		this.frame = requestAnimationFrame(() => {
			const isDue = performance.now() - this.rescaled > rescaleEvery;
			if (isDue && this.scale.zoom !== this.cy.zoom()) this.rescale();
		});
		this.wait();
	}

	private wait(): void {
		clearTimeout(this.timer);
		this.timer = setTimeout(() => {
			this.isMoving = false;
			if (this.scale.zoom !== this.cy.zoom()) this.rescale();
			this.settle();
			const camera = cameraOf(this.cy);
			if (this.known && isSameCamera(camera, this.known)) return;
			this.known = camera;
			this.events.rest(camera);
		}, restAfter);
	}

	private rescale(): void {
		this.rescaled = performance.now();
		this.scale.zoom = this.cy.zoom();
		markDistance(this.cy, this.scale.zoom, this.isPhoneOverview());
		this.cy.style().update();
	}

	/** Places the texts anew, and tells what is drawn. */
	private settle(): void {
		const { cy, text, ground, sight, events, pointer } = this;
		placeTexts({ cy, text, ground, sight, events, hovered: pointer.node, isFar: this.isPhoneOverview() });
		cy.forceRender();
	}

	private fitSize(): void {
		this.size = this.layers.resize();
		this.cy.resize();
		if (this.sight.view.camera === null) this.aim(0);
		this.wait();
		this.cy.forceRender();
	}

	private paint(): void {
		this.paintOn(this.layers.land, this.layers.text, this.size.pixelRatio);
	}

	private paintOn(land: CanvasRenderingContext2D, text: CanvasRenderingContext2D, pixelRatio: number): void {
		const { x, y } = this.cy.pan();
		const viewport = { ...this.size, zoom: this.cy.zoom(), panX: x, panY: y };
		const isMoving = this.isMoving && land === this.layers.land;
		this.ground.draw(land, viewport, this.palette, { pixelRatio, isMoving });
		const size = { ...this.size, pixelRatio };
		this.text.draw(this.palette, this.pointer.node, this.sight.picture.most, size, text);
	}
}
