import type { Core } from 'cytoscape';
import type { NodeRef } from '#lib/domain/ids.ts';
import type { Point } from './gestures.ts';
import type { Ground } from './ground.ts';
import type { MapEvents } from './sight.ts';
import type { TextLayer } from './text-layer.ts';

/** What the pointer does beside the places: to names of topics, to dots, to land and to the sea. */
export class GroundPointer {
	constructor(
		private readonly cy: Core,
		private readonly container: HTMLElement,
		private readonly ground: Ground,
		private readonly text: TextLayer,
		private readonly events: MapEvents
	) {}

	/** The name of a topic enters it, a dot is its paper, land its topic, the sea lets go of what is selected. */
	tap(screen: Point, world: Point): void {
		const name = this.text.topicAt(screen.x, screen.y);
		const dot = this.ground.dotAt(world.x, world.y, this.cy.zoom());
		if (name) this.events.enter(name);
		else if (dot !== null) this.events.selectDot(dot);
		else this.events.select(this.ground.topicAt(world.x, world.y));
	}

	/** Names light their land, dots tell whose they are. Null: the pointer is on a place, or has gone. */
	pass(screen: Point | null, world: Point = { x: 0, y: 0 }): void {
		const zoom = this.cy.zoom();
		const name = screen && this.text.topicAt(screen.x, screen.y);
		const dot = screen && !name ? this.ground.dotAt(world.x, world.y, zoom) : null;
		this.lightTopic(name);
		if (dot === this.ground.hoveredDot) return;
		const at = this.ground.hoverDot(dot);
		const pan = this.cy.pan();
		this.container.style.cursor = dot === null ? '' : 'pointer';
		this.events.point(
			at && dot !== null ? { what: dot, x: at.x * zoom + pan.x, y: at.y * zoom + pan.y, radius: 4 } : null
		);
		this.cy.forceRender();
	}

	/** Lightens the land of a topic. */
	lightTopic(topic: NodeRef | null): void {
		if (this.ground.hoveredTopic === topic) return;
		this.ground.hoveredTopic = topic;
		this.container.style.cursor = topic ? 'pointer' : '';
		this.cy.forceRender();
	}
}
