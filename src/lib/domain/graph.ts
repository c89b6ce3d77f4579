import { z } from 'zod';
import { conceptIdSchema, nodeRefSchema, paperIdSchema, topicIdSchema, type NodeRef } from './ids.ts';
import { kindSchema } from './kind.ts';
import { dateSchema, paperSchema } from './paper.ts';

/** Offsets into `paperText(paper)`, UTF-16 code units, ends exclusive, ascending and as many starts as ends. */
const places = {
	starts: z.array(z.int().nonnegative()),
	ends: z.array(z.int().positive())
};

/** A place on the map: world units (the whole map of 52 papers is about 1,000 wide), y downwards. */
const position = { x: z.number(), y: z.number() };

/**
 * The zoom step at which a place appears, 0 = on the whole map; it is drawn at every nearer one.
 * Step s stands for the zoom Z0 * 2^(s/2), Z0 being the zoom that fits the whole map.
 */
const step = { step: z.int().nonnegative() };

export const conceptSchema = z.object({
	id: conceptIdSchema,
	/** The canonical name, written out: `group relative policy optimization`. */
	name: z.string().min(1),
	/** What people say and what the map writes: `GRPO`. One of the name and the aliases. */
	label: z.string().min(1),
	kind: kindSchema,
	/** Every other surface form, sorted. Never holds the name. */
	aliases: z.array(z.string().min(1)),
	/** In how many papers it is mentioned. */
	papers: z.int().positive(),
	firstDate: dateSchema.nullable(),
	lastDate: dateSchema.nullable()
});
export type Concept = z.infer<typeof conceptSchema>;

export const mentionSchema = z.object({
	paper: paperIdSchema,
	concept: conceptIdSchema,
	/** 0 to 1: how much the paper is about the concept, three decimals. */
	weight: z.number().min(0).max(1),
	count: z.int().positive(),
	inTitle: z.boolean(),
	...places
});
export type Mention = z.infer<typeof mentionSchema>;

export const introducesSchema = z.object({
	paper: paperIdSchema,
	concept: conceptIdSchema,
	...places,
	/** The rule that found it: `title`, `cue`, `long-form`. */
	rule: z.string()
});
export type Introduces = z.infer<typeof introducesSchema>;

export const broaderSchema = z.object({
	narrower: conceptIdSchema,
	broader: conceptIdSchema,
	/** `head`, `modifier`, `acronym` … */
	rule: z.string()
});
export type Broader = z.infer<typeof broaderSchema>;

export const coOccursSchema = z.object({
	/** The smaller id of the two (by code unit) … */
	first: conceptIdSchema,
	/** … and the larger. */
	second: conceptIdSchema,
	/** In how many papers both are mentioned. */
	papers: z.int().positive(),
	/** Normalised pointwise mutual information, -1 to 1 (Bouma 2009), in fifths. */
	npmi: z.number().min(-1).max(1)
});
export type CoOccurs = z.infer<typeof coOccursSchema>;

export const relatedSchema = z.object({
	paper: paperIdSchema,
	related: paperIdSchema,
	/** The sum of the two parts, 0 to 1, in twentieths. */
	score: z.number(),
	/** How many concepts both mention. */
	shared: z.int().nonnegative(),
	concepts: z.number(),
	text: z.number()
});
export type Related = z.infer<typeof relatedSchema>;

export const topicSchema = z.object({
	id: topicIdSchema,
	/** Two or three concepts that set it apart, joined by ` · `. */
	name: z.string().min(1),
	/** The labels that the name is made of, then the next ones that characterise it. */
	terms: z.array(z.string()),
	/** 1 = large, 2 = small (part of a large one). */
	level: z.union([z.literal(1), z.literal(2)]),
	papers: z.int().nonnegative(),
	/** How many concepts have their home here. */
	concepts: z.int().nonnegative(),
	...position,
	/** Bounding box of its land: left, top, right, bottom. */
	box: z.array(z.number()).length(4),
	/**
	 * Its land for the near view, as flat rings: [points, x1, y1, x2, y2, … , points, x1, …], integers.
	 * Rings of one topic never cross those of another of its level.
	 */
	coast: z.array(z.int()),
	/** The same, coarser, for the far view: level 1 its shelf, level 2 its island. */
	farCoast: z.array(z.int()),
	/** Good places for its name, best first: [x1, y1, x2, y2, x3, y3]. */
	anchors: z.array(z.number())
});
export type Topic = z.infer<typeof topicSchema>;

export const placedPaperSchema = paperSchema.extend({ year: z.int().nullable(), ...position, ...step });
export type PlacedPaper = z.infer<typeof placedPaperSchema>;

export const placedConceptSchema = conceptSchema.extend({ ...position, ...step });
export type PlacedConcept = z.infer<typeof placedConceptSchema>;

export const membershipSchema = z.object({
	member: nodeRefSchema,
	topic: topicIdSchema,
	/** 0 to 1: which share of its ties lies in the topic, in tenths. */
	weight: z.number()
});
export type Membership = z.infer<typeof membershipSchema>;

/** An id that has ended, and the node of the same kind that took it in: old links lead on to it. */
export interface FormerId {
	former: NodeRef;
	now: NodeRef;
}

/** What extraction finds in a whole corpus: the input of graph. */
export interface ConceptCorpus {
	concepts: Concept[];
	mentions: Mention[];
	introduces: Introduces[];
	broader: Broader[];
}

/**
 * One generation, complete: what publishing stores and `export` writes.
 * Every list is sorted by its ids (code-unit order), so that the same input gives the same bytes.
 * A paper or concept is a member of one small topic (level 2) and, by PART_OF, of its large topic;
 * a large topic that was not divided has its members itself.
 */
export interface Graph {
	papers: PlacedPaper[];
	concepts: PlacedConcept[];
	topics: Topic[];
	mentions: Mention[];
	introduces: Introduces[];
	broader: Broader[];
	coOccurs: CoOccurs[];
	related: Related[];
	memberships: Membership[];
	partOf: { topic: Topic['id']; parent: Topic['id'] }[];
	formerIds: FormerId[];
}

/** What a generation has that the one before had not, and the other way round: ids, sorted. */
export interface News {
	papers: string[];
	concepts: string[];
	topics: string[];
	/** Papers, concepts and topics that others took in with this generation. */
	merged: FormerId[];
	/** What has gone and leads nowhere, as `papers/ID`. */
	gone: string[];
}
