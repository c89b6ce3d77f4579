import { z } from 'zod';
import { nodeRefSchema, topicIdSchema } from './ids.ts';
import { kindSchema } from './kind.ts';
import { dateSchema } from './paper.ts';

/** Nodes and edges together: more is never drawn, whatever the corpus. */
export const maximumElements = 300;

/** What a map shows: the whole corpus, or what lies around one topic, concept or paper. */
export const mapScopeSchema = z.union([z.literal('corpus'), nodeRefSchema]);
export type MapScope = z.infer<typeof mapScopeSchema>;

/** What is marked at a paper of the map, with the words of the legend. */
export const readingMarks = { 'to-read': 'to read', read: 'read', new: 'new' } as const;
export type ReadingMark = keyof typeof readingMarks;
const readingMarkSchema = z.enum(Object.keys(readingMarks) as [ReadingMark, ...ReadingMark[]]);

export const mapNodeSchema = z.object({
	id: nodeRefSchema,
	/** What the map writes: a concept's label, a paper's title up to the colon. */
	name: z.string(),
	/** The full title of a paper or the canonical name of a concept. */
	title: z.string(),
	kind: z.union([kindSchema, z.literal('paper')]),
	/** Of a concept: the papers that mention it. Of a paper: 1. */
	papers: z.int(),
	x: z.number(),
	y: z.number(),
	step: z.int(),
	topic: topicIdSchema.nullable(),
	/** A concept that a paper of the corpus introduces. */
	introduced: z.boolean(),
	/** A paper's date, a concept's first date. */
	date: dateSchema.nullable(),
	/** How many neighbours it has in the graph that are not in this picture. */
	more: z.int().nonnegative(),
	/** Of a paper, where a page asks for it: its mark in the library, or that it came with the last ingest and has none. */
	reading: readingMarkSchema.optional()
});
export type MapNode = z.infer<typeof mapNodeSchema>;

export const edgeTypes = ['MENTIONS', 'INTRODUCES', 'CO_OCCURS', 'BROADER', 'CITES', 'RELATED'] as const;

export const mapEdgeSchema = z.object({
	/** `source TYPE target`, unique in a picture. */
	id: z.string(),
	source: nodeRefSchema,
	target: nodeRefSchema,
	type: z.enum(edgeTypes),
	/** 0 to 1, comparable within a type: mention weight, NPMI, related score; one half of a citation. */
	weight: z.number(),
	/** The papers behind a CO_OCCURS edge; 1 for the others. */
	papers: z.int()
});
export type MapEdge = z.infer<typeof mapEdgeSchema>;

export const countSchema = z.object({ shown: z.int().nonnegative(), total: z.int().nonnegative() });

/** The papers of a chosen concept that lie in one topic, gathered in one place: a hub has too many to draw them singly. */
export const paperStackSchema = z.object({
	/** The topic, and the place that it has on the map. */
	id: nodeRefSchema,
	name: z.string(),
	x: z.number(),
	y: z.number(),
	/** Papers of the concept there. */
	papers: z.int().positive(),
	/** The concept. */
	of: nodeRefSchema
});
export type PaperStack = z.infer<typeof paperStackSchema>;

/** The answer of `/api/map` and `/api/neighbors`. Sorted by rank: the first node matters most. */
export const mapPictureSchema = z.object({
	scope: mapScopeSchema,
	/** The generation it was read from: changes with every published ingest. */
	generation: z.string(),
	nodes: z.array(mapNodeSchema),
	edges: z.array(mapEdgeSchema),
	/** Most papers first. Each of them and the ray to it count as elements. */
	stacks: z.array(paperStackSchema),
	/** Concepts and papers in the picture, together. */
	shown: z.int().nonnegative(),
	/** Concepts and papers that belong to the scope, together. */
	total: z.int().nonnegative(),
	concepts: countSchema,
	papers: countSchema,
	/** By what the shown ones were chosen, as words: `number of papers`. */
	by: z.string(),
	/** The largest `papers` of any concept in the corpus: sizes are relative to it. */
	most: z.int()
});
export type MapPicture = z.infer<typeof mapPictureSchema>;

export const mapTopicSchema = z.object({
	id: nodeRefSchema,
	name: z.string(),
	terms: z.array(z.string()),
	level: z.union([z.literal(1), z.literal(2)]),
	parent: nodeRefSchema.nullable(),
	papers: z.int(),
	concepts: z.int(),
	x: z.number(),
	y: z.number(),
	box: z.array(z.number()).length(4),
	coast: z.array(z.int()),
	farCoast: z.array(z.int()),
	anchors: z.array(z.number())
});
export type MapTopic = z.infer<typeof mapTopicSchema>;

/** The answer of `/api/topics`: the land, the same for every view of a generation, so cached by it. */
export const mapLandSchema = z.object({ generation: z.string(), topics: z.array(mapTopicSchema) });
export type MapLand = z.infer<typeof mapLandSchema>;
