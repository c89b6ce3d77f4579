import type { Core } from 'cytoscape';
import { splitRef, type NodeRef } from '#lib/domain/ids.ts';
import { listen } from './gestures.ts';
import type { GroundPointer } from './ground-pointer.ts';
import type { Ground } from './ground.ts';
import type { Hover } from './hover.ts';
import type { MapEvents } from './sight.ts';

interface Heard {
	cy: Core;
	ground: Ground;
	/** What the pointer does beside the places, and on them. */
	beside: GroundPointer;
	pointer: Hover;
	events: MapEvents;
}

/** What each gesture means on the map. */
export function hearMap({ cy, ground, beside, pointer, events }: Heard): void {
	const isStack = (node: NodeRef) => cy.getElementById(node).data('kind') === 'stack';
	listen(cy, {
		tap: (node, screen, world) => {
			if (node === null) beside.tap(screen, world);
			else if (isStack(node)) events.lookInto(node);
			else events.select(node);
		},
		gather: (nodes) => {
			events.gather(nodes.filter((node) => splitRef(node).collection !== 'topics'));
		},
		tapLine: (line) => {
			events.selectLine([line.data('source') as NodeRef, line.data('target') as NodeRef]);
		},
		hoverLine: (line, { x, y }) => {
			pointer.overLine(line, x, y);
		},
		doubleTap: (node, { x, y }) => {
			const topic = ground.topicAt(x, y);
			if (node && !isStack(node)) events.expand(node);
			else if (topic) events.enter(topic);
		},
		hover: (node) => {
			beside.pass(null);
			pointer.over(node);
		},
		pass: (screen, world) => {
			beside.pass(screen, world);
		},
		drop: (node, { x, y }) => {
			if (!isStack(node)) events.move(node, x, y);
		}
	});
}
