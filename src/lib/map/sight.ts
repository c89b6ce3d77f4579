import type { NodeRef } from '#lib/domain/ids.ts';
import type { MapLand, MapPicture } from '#lib/domain/map-picture.ts';
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
}

/** What the map tells the page. */
export interface MapEvents {
	select: (node: NodeRef | null) => void;
	expand: (node: NodeRef) => void;
	enter: (topic: NodeRef) => void;
	move: (node: NodeRef, x: number, y: number) => void;
	hover: (node: NodeRef | null) => void;
	/** The camera rests where a person has moved it. */
	rest: (camera: Camera) => void;
	/** What floats over the map, in pixels from its upper left corner. */
	controls: () => Box[];
}
