import { z } from 'zod';
import { nodeRefSchema } from './ids.ts';
import { kinds } from './kind.ts';
import { mapScopeSchema } from './map-picture.ts';
import { dateSchema } from './paper.ts';

/** Everything that the legend can switch: the kinds of concepts, and papers. */
export const drawnKinds = ['paper', ...kinds] as const;
export const drawnKindSchema = z.enum(drawnKinds);
export type DrawnKind = z.infer<typeof drawnKindSchema>;

/** Where the map is looked at: the world point in the middle, and screen pixels per world unit. */
export const cameraSchema = z.object({ x: z.number(), y: z.number(), zoom: z.number().positive() });
export type Camera = z.infer<typeof cameraSchema>;

/** Where a person dragged a node to, in world units. */
export const movedSchema = z.object({ node: nodeRefSchema, x: z.number(), y: z.number() });

/** Nodes of a picture of its own, at most: as many as the map draws. */
export const mostOnly = 190;

/** The sorts of neighbours that a node can be expanded by. */
export const neighbourSorts = [
	'paper',
	'related',
	'cites',
	'citedBy',
	'broader',
	'narrower',
	...kinds
] as const;
const neighbourSortSchema = z.enum(neighbourSorts);
export type NeighbourSort = z.infer<typeof neighbourSortSchema>;

/** What a view searches for, at most, in UTF-16 code units. */
export const longestFind = 200;

/** Everything that decides a picture. The same view gives the same picture: it is what a URL holds. */
export const viewSchema = z.object({
	scope: mapScopeSchema,
	selected: nodeRefSchema.nullable(),
	/** The line that is told of: its two ends, the start first. */
	line: z.tuple([nodeRefSchema, nodeRefSchema]).nullable(),
	/**
	 * A picture of its own: these nodes alone, lit, with the lines among them. Empty: the scope decides. In the order of a
	 * path when it is one.
	 */
	only: z.array(nodeRefSchema).max(mostOnly),
	/** What the picture of its own is called. */
	name: z.string().max(100).nullable(),
	/** Whether `only` is a path, each of its nodes tied to the next. */
	isPath: z.boolean(),
	/** Whether `only` is laid out anew instead of on the places of the map. */
	isArranged: z.boolean(),
	/** Neighbours of one sort that are drawn too. */
	grown: z.array(z.object({ node: nodeRefSchema, sort: neighbourSortSchema })),
	/** Nodes whose neighbours are drawn too. */
	open: z.array(nodeRefSchema),
	hidden: z.array(nodeRefSchema),
	/** Drawn whatever the scope and the filters say. */
	pinned: z.array(nodeRefSchema),
	moved: z.array(movedSchema),
	/** Kinds that are switched off. */
	without: z.array(drawnKindSchema),
	from: dateSchema.nullable(),
	to: dateSchema.nullable(),
	/** Words that light the papers that hold them all. */
	find: z.string().min(1).max(longestFind).nullable(),
	/** Null: the camera that fits what is shown. */
	camera: cameraSchema.nullable()
});
export type View = z.infer<typeof viewSchema>;

/** The view of the address `/`: the whole corpus, nothing selected. */
export const wholeMap: View = {
	scope: 'corpus',
	selected: null,
	line: null,
	only: [],
	name: null,
	isPath: false,
	isArranged: false,
	grown: [],
	open: [],
	hidden: [],
	pinned: [],
	moved: [],
	without: [],
	from: null,
	to: null,
	find: null,
	camera: null
};
