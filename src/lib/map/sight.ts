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
	/** What is lit whatever is selected: the rows of a query, the stations of a path in turn. */
	marked?: { nodes: NodeRef[]; isPath: boolean };
}

/** A node that is told of, with its middle and radius in pixels from the map's upper left corner. */
export interface Pointed {
	node: NodeRef;
	x: number;
	y: number;
	radius: number;
}

/** What the map tells the page. */
export interface MapEvents {
	select: (node: NodeRef | null) => void;
	expand: (node: NodeRef) => void;
	enter: (topic: NodeRef) => void;
	move: (node: NodeRef, x: number, y: number) => void;
	/** The lines of a node, drawn or not: lit while the pointer rests on it. */
	linesOf: (node: NodeRef) => Promise<MapEdge[]>;
	/** The pointer or the keyboard rests on a node; null: no longer. */
	point: (at: Pointed | null) => void;
	/** The camera rests where a person has moved it. */
	rest: (camera: Camera) => void;
	/** What floats over the map, in pixels from its upper left corner. */
	controls: () => Box[];
}
