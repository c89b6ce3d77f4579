import type { Core, EdgeSingular, EventObjectNode, EventObject, NodeSingular } from 'cytoscape';
import type { NodeRef } from '#lib/domain/ids.ts';

export interface Point {
	x: number;
	y: number;
}

/** What a person does on the map with mouse or fingers. */
export interface Gestures {
	/** Null: beside every node. There it is told only when no second tap follows, so that two of them are one gesture. */
	tap: (node: NodeRef | null, screen: Point, world: Point) => void;
	/** With Shift: a node, or all within a frame that was drawn. */
	gather: (nodes: NodeRef[]) => void;
	/** A line, where no node is near. */
	tapLine: (line: EdgeSingular) => void;
	/** The pointer is on a line; null: no longer. */
	hoverLine: (line: EdgeSingular | null, screen: Point) => void;
	doubleTap: (node: NodeRef | null, world: Point) => void;
	hover: (node: NodeRef | null) => void;
	/** The pointer moved over the map beside its nodes. */
	pass: (screen: Point, world: Point) => void;
	drop: (node: NodeRef, world: Point) => void;
}

/** A finger takes the nearest node within this many pixels, a mouse within fewer. */
const reach = { touch: 22, mouse: 6 };

/** Below this many pixels a drag was a shaky tap. */
const shaky = 4;

function nearest(cy: Core, screen: Point, within: number): NodeRef | null {
	let best: string | null = null;
	let least = within;
	for (const node of cy.nodes(':visible').toArray()) {
		const { x, y } = node.renderedPosition();
		const distance = Math.hypot(x - screen.x, y - screen.y) - node.renderedWidth() / 2;
		if (distance < least) [best, least] = [node.id(), distance];
	}
	return best as NodeRef | null;
}

function isShifted({ originalEvent }: EventObject): boolean {
	return (originalEvent as MouseEvent | undefined)?.shiftKey === true;
}

/** Whether an event is of a line that something can be told of: the ray to a stack says nothing of its own. */
function isLine(target: unknown): target is EdgeSingular {
	const element = target as Partial<Pick<EdgeSingular, 'isEdge'>> & Pick<EdgeSingular, 'data'>;
	return element.isEdge?.() === true && element.data('type') !== 'RAY';
}

/** Turns Cytoscape's events into gestures. */
export function listen(cy: Core, gestures: Gestures): void {
	const targetOf = (event: EventObject): NodeRef | null => {
		if (event.target !== cy && (event.target as { isNode(): boolean }).isNode())
			return (event.target as { id(): string }).id() as NodeRef;
		const isTouch = (event.originalEvent as Event | undefined)?.type.startsWith('touch') ?? false;
		return nearest(cy, event.renderedPosition, isTouch ? reach.touch : reach.mouse);
	};
	const tapped = (isNode: boolean) => (event: EventObject) => {
		const node = targetOf(event);
		if (node !== null && isShifted(event)) {
			if (isNode) gestures.gather([node]);
			return;
		}
		const line = node === null && isLine(event.target) ? event.target : null;
		if (line !== null) {
			if (isNode) gestures.tapLine(line);
		} else if ((node !== null) === isNode) gestures.tap(node, event.renderedPosition, event.position);
	};
	cy.on('tap', tapped(true));
	cy.on('onetap', tapped(false));
	cy.on('dbltap', (event) => {
		gestures.doubleTap(targetOf(event), event.position);
	});
	let framed: NodeRef[] = [];
	cy.on('box', 'node', ({ target }: EventObjectNode) => {
		// Cytoscape tells of each node in the frame by itself.
		if (framed.length === 0)
			queueMicrotask(() => {
				gestures.gather(framed);
				framed = [];
			});
		framed.push(target.id() as NodeRef);
	});
	cy.on('mouseover', 'edge', (event) => {
		gestures.hoverLine(isLine(event.target) ? event.target : null, event.renderedPosition);
	});
	cy.on('mouseout', 'edge', ({ renderedPosition }) => {
		gestures.hoverLine(null, renderedPosition);
	});
	const idOf = (node: NodeSingular) => node.id() as NodeRef;
	cy.on('mouseover', 'node', ({ target }: EventObjectNode) => {
		gestures.hover(idOf(target));
	});
	cy.on('mouseout', 'node', () => {
		gestures.hover(null);
	});
	cy.container()?.addEventListener('mouseleave', () => {
		gestures.hover(null);
	});
	cy.on('mousemove', (event) => {
		if (event.target === cy) gestures.pass(event.renderedPosition, event.position);
	});
	let grabbed = { x: 0, y: 0 };
	cy.on('grab', 'node', ({ target }: EventObjectNode) => {
		grabbed = { ...target.renderedPosition() };
	});
	cy.on('dragfree', 'node', ({ target }: EventObjectNode) => {
		const { x, y } = target.renderedPosition();
		if (Math.hypot(x - grabbed.x, y - grabbed.y) >= shaky) gestures.drop(idOf(target), target.position());
	});
}
