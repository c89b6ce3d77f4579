import { z } from 'zod';
import {
	conceptIdSchema,
	nodeRefSchema,
	paperIdSchema,
	topicIdSchema,
	type NodeRef,
	type PaperId
} from './ids.ts';
import { kindSchema } from './kind.ts';
import { dateSchema, paperSchema } from './paper.ts';

/** Offsets into `paperText(paper)`, UTF-16 code units, ends exclusive, ascending and as many starts as ends. */
const places = {
	starts: z
		.array(z.int().nonnegative())
		.describe('where it stands in title, line feed, abstract: offsets in UTF-16 code units'),
	ends: z.array(z.int().positive()).describe('where each of these places ends, exclusive')
};

/** A place on the map: world units (the whole map of 52 papers is about 1,000 wide), y downwards. */
const position = {
	x: z.number().describe('its place on the map, in world units'),
	y: z.number().describe('its place on the map, downwards')
};

/**
 * The zoom step at which a place appears, 0 = on the whole map; it is drawn at every nearer one.
 * Step s stands for the zoom Z0 * 2^(s/2), Z0 being the zoom that fits the whole map.
 */
const step = {
	step: z.int().nonnegative().describe('the zoom step at which it appears on the map, 0 = on the whole of it')
};

export const conceptSchema = z.object({
	id: conceptIdSchema.describe('its canonical name as a slug'),
	name: z.string().min(1).describe('the canonical name, written out: group relative policy optimization'),
	/** One of the name and the aliases. */
	label: z.string().min(1).describe('what people say and what the map writes: GRPO'),
	kind: kindSchema.describe('what it is: method, task, dataset, metric, model, theory or other'),
	/** Never holds the name. */
	aliases: z
		.array(z.string().min(1))
		.describe(
			'every other way in which it is written, the longest first, without those that differ in capitals, hyphens or number alone'
		),
	papers: z.int().positive().describe('in how many papers it is mentioned'),
	firstDate: dateSchema.nullable().describe('the date of the first paper that mentions it'),
	lastDate: dateSchema.nullable().describe('the date of the last paper that mentions it')
});
export type Concept = z.infer<typeof conceptSchema>;

export const mentionSchema = z.object({
	paper: paperIdSchema,
	concept: conceptIdSchema,
	weight: z
		.number()
		.min(0)
		.max(1)
		.describe('0 to 1: how much the paper is about the concept, three decimals'),
	count: z.int().positive().describe('how many times it is mentioned'),
	inTitle: z.boolean().describe('whether the title mentions it'),
	...places
});
export type Mention = z.infer<typeof mentionSchema>;

export const introducesSchema = z.object({
	paper: paperIdSchema,
	concept: conceptIdSchema,
	...places,
	rule: z.string().describe('the rule that found it: title, cue, long-form')
});
export type Introduces = z.infer<typeof introducesSchema>;

export const broaderSchema = z.object({
	narrower: conceptIdSchema,
	broader: conceptIdSchema,
	rule: z.string().describe('the rule that says so: head, modifier, acronym …')
});
export type Broader = z.infer<typeof broaderSchema>;

export const coOccursSchema = z.object({
	/** The smaller id of the two (by code unit) … */
	first: conceptIdSchema,
	/** … and the larger. */
	second: conceptIdSchema,
	papers: z.int().positive().describe('in how many papers both are mentioned'),
	npmi: z
		.number()
		.min(-1)
		.max(1)
		.describe('normalised pointwise mutual information, -1 to 1 (Bouma 2009), in fifths')
});
export type CoOccurs = z.infer<typeof coOccursSchema>;

export const relatedSchema = z.object({
	paper: paperIdSchema,
	related: paperIdSchema,
	score: z.number().describe('the sum of its parts, 0 to 1, in twentieths'),
	shared: z.int().nonnegative().describe('how many concepts both mention'),
	concepts: z.number().describe('the part that shared concepts give, rare ones more'),
	text: z.number().describe('the part that the words of their texts give'),
	cites: z.number().describe('the part that citations give: one cites the other, or both are cited together')
});
export type Related = z.infer<typeof relatedSchema>;

/** A paper cites another one of the corpus. */
export interface Cites {
	paper: PaperId;
	cited: PaperId;
}

export const topicSchema = z.object({
	id: topicIdSchema.describe('its name as a slug, kept while the topic lasts'),
	/** Joined by ` · `. */
	name: z.string().min(1).describe('one to three concepts that set it apart'),
	terms: z
		.array(z.string())
		.describe('the labels that the name is made of, then the next ones that characterise it'),
	level: z.union([z.literal(1), z.literal(2)]).describe('1 = large, 2 = small, part of a large one'),
	papers: z.int().nonnegative().describe('how many papers belong to it'),
	concepts: z.int().nonnegative().describe('how many concepts have their home here'),
	...position,
	box: z.array(z.number()).length(4).describe('the box around its land: left, top, right, bottom'),
	/**
	 * Its land for the near view, as flat rings: [points, x1, y1, x2, y2, … , points, x1, …], integers.
	 * Rings of one topic never cross those of another of its level.
	 */
	coast: z.array(z.int()).describe('its land for the near view, as flat rings'),
	/** The same, coarser, for the far view: level 1 its shelf, level 2 its island. */
	farCoast: z.array(z.int()).describe('its land for the far view, as flat rings'),
	/** Good places for its name, best first: [x1, y1, x2, y2, x3, y3]. */
	anchors: z.array(z.number()).describe('good places for its name, best first')
});
export type Topic = z.infer<typeof topicSchema>;

export const placedPaperSchema = paperSchema.extend({
	year: z.int().nullable().describe('the year of its date'),
	...position,
	...step
});
export type PlacedPaper = z.infer<typeof placedPaperSchema>;

export const placedConceptSchema = conceptSchema.extend({ ...position, ...step });
export type PlacedConcept = z.infer<typeof placedConceptSchema>;

export const membershipSchema = z.object({
	member: nodeRefSchema,
	topic: topicIdSchema,
	weight: z.number().describe('0 to 1: which share of its ties lies in the topic, in tenths')
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
	cites: Cites[];
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
