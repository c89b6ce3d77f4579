import type { Dots, MonthRange } from '#lib/domain/dots.ts';
import type { NodeRef } from '#lib/domain/ids.ts';
import type { MapEdge, MapLand, MapPicture } from '#lib/domain/map-picture.ts';
import type { Camera, View } from '#lib/domain/view.ts';
import type { Inset } from './camera.ts';
import type { Box } from './occupied.ts';

/** All that decides what the map shows. */
export interface Sight {
	picture: MapPicture;
	/** Null until it has arrived: the map draws its places first. */
	land: MapLand | null;
	view: View;
	inset: Inset;
	isPhone: boolean;
	/** Every paper as a dot; null until they have arrived. */
	dots?: Dots | null;
	/** The months of the brush while it is dragged or plays; otherwise those of the view hold. */
	range?: MonthRange | null;
	/** The dots that the view's search has found; null where nothing is searched for. */
	found?: ReadonlySet<number> | null;
	/** Nodes that are chosen together: ringed. */
	gathered?: NodeRef[];
	/** What is lit whatever is selected: the rows of a query, the stations of a path in turn. */
	marked?: { nodes: NodeRef[]; isPath: boolean };
}

/** A node or a dot that is told of, with its middle and radius in pixels from the map's upper left corner. */
export interface Pointed {
	/** A node that is drawn, the number of a dot, or a line. */
	what: NodeRef | number | MapEdge;
	x: number;
	y: number;
	radius: number;
}

/** How many places are drawn within the view. */
export interface DrawnCounts {
	concepts: number;
	papers: number;
}

/** What the map tells the page. */
export interface MapEvents {
	select: (node: NodeRef | null) => void;
	/** A dot was chosen: its paper is to be selected. */
	selectDot: (dot: number) => void;
	expand: (node: NodeRef) => void;
	enter: (topic: NodeRef) => void;
	/** Goes into a topic with what is selected still selected: to the papers of a stack. */
	/** Nodes were chosen together: one with Shift, or those in a frame. */
	gather: (nodes: NodeRef[]) => void;
	selectLine: (ends: [NodeRef, NodeRef]) => void;
	lookInto: (topic: NodeRef) => void;
	move: (node: NodeRef, x: number, y: number) => void;
	/** The lines of a node, drawn or not: lit while the pointer rests on it. */
	linesOf: (node: NodeRef) => Promise<MapEdge[]>;
	/** The pointer or the keyboard rests on a node or a dot; null: no longer. */
	point: (at: Pointed | null) => void;
	/** The camera rests where a person has moved it. */
	rest: (camera: Camera) => void;
	/** What is drawn in view now that the map rests. */
	drawn: (counts: DrawnCounts) => void;
	/** What floats over the map, in pixels from its upper left corner. */
	controls: () => Box[];
}
