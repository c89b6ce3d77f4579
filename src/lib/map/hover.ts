import type { Core, EdgeSingular } from 'cytoscape';
import type { NodeRef } from '#lib/domain/ids.ts';
import type { MapEdge } from '#lib/domain/map-picture.ts';
import { dismissEdges, inviteEdges } from './guest-edges.ts';
import type { MapEvents } from './sight.ts';

/** Shorter rests of the pointer are on the way to somewhere else. */
const hoverAfter = 120;

interface HoverHost {
	/** Whether the map is at rest: with a choice, what is lit stays lit. */
	isAtRest: () => boolean;
	light: (node: NodeRef | null) => void;
	settle: () => void;
}

/** What is under the pointer: it is ringed, and while the pointer stays it is told of and all its lines are drawn. */
export class Hover {
	node: NodeRef | null = null;
	private timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		private readonly cy: Core,
		private readonly container: HTMLElement,
		private readonly events: Pick<MapEvents, 'linesOf' | 'point'>,
		private readonly host: HoverHost
	) {}

	over(node: NodeRef | null): void {
		this.node = node;
		this.container.style.cursor = node ? 'pointer' : '';
		this.cy.nodes('.hover').removeClass('hover');
		this.cy.getElementById(node ?? '').addClass('hover');
		dismissEdges(this.cy);
		this.end();
		this.events.point(null);
		if (this.host.isAtRest()) this.host.light(node);
		if (node) this.timer = setTimeout(() => void this.stay(node), hoverAfter);
		this.host.settle();
	}

	/** Tells of a line where the pointer is on it. */
	overLine(line: EdgeSingular | null, x: number, y: number): void {
		this.cy.edges('.hover').removeClass('hover');
		line?.addClass('hover');
		this.container.style.cursor = line ? 'pointer' : '';
		this.events.point(line ? { what: line.data() as MapEdge, x, y, radius: 4 } : null);
	}

	/** Tells of a node where it stands on the screen: under the pointer, or where the keyboard is. */
	point(node: NodeRef): void {
		const element = this.cy.getElementById(node);
		if (element.empty()) return;
		const { x, y } = element.renderedPosition();
		this.events.point({ what: node, x, y, radius: element.renderedWidth() / 2 });
	}

	end(): void {
		clearTimeout(this.timer);
	}

	/** At rest only the strongest lines are drawn: the others come while the pointer stays. */
	private async stay(node: NodeRef): Promise<void> {
		this.point(node);
		if (!this.host.isAtRest()) return;
		const edges = await this.events.linesOf(node);
		if (this.node !== node || !this.host.isAtRest()) return;
		inviteEdges(this.cy, node, edges);
		this.host.light(node);
		this.host.settle();
	}
}
