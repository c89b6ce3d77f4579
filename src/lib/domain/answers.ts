import { z } from 'zod';
import { nodeRefSchema } from './ids.ts';
import { kindSchema, kinds } from './kind.ts';
import { edgeTypes } from './map-picture.ts';
import { dateSchema, webAddressSchema } from './paper.ts';

/** Something short to name a node by, in lists and suggestions. */
export const conceptSummarySchema = z.object({
	ref: nodeRefSchema,
	name: z.string(),
	label: z.string(),
	kind: kindSchema,
	papers: z.int()
});
export type ConceptSummary = z.infer<typeof conceptSummarySchema>;

export const topicSummarySchema = z.object({
	ref: nodeRefSchema,
	name: z.string(),
	level: z.union([z.literal(1), z.literal(2)]),
	parent: nodeRefSchema.nullable(),
	papers: z.int(),
	concepts: z.int()
});
export type TopicSummary = z.infer<typeof topicSummarySchema>;

export const paperSummarySchema = z.object({
	ref: nodeRefSchema,
	title: z.string(),
	date: dateSchema.nullable(),
	organization: z.string().nullable(),
	authorCount: z.int().nullable()
});
export type PaperSummary = z.infer<typeof paperSummarySchema>;

/** A sentence of a paper with the places of a concept in it (offsets into the sentence, UTF-16). */
export const evidenceSchema = z.object({
	paper: paperSummarySchema,
	sentence: z.string(),
	marks: z.array(z.tuple([z.int(), z.int()])),
	/** How many more sentences of this paper mention it. */
	more: z.int()
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** `GET /api/health` */
export const healthSchema = z.object({
	/** `ready`, `empty` (no graph yet), `publishing` (in batches, unfinished). The store away is a 503. */
	status: z.enum(['ready', 'empty', 'publishing']),
	generation: z.string().nullable(),
	papers: z.int(),
	concepts: z.int(),
	server: z.string().describe('the version of the Neo4j that answers'),
	version: z.string().describe('the version of Throughline')
});
export type Health = z.infer<typeof healthSchema>;

/** How many there are of everything that the legend can switch. */
export type KindCounts = Record<(typeof kinds)[number] | 'paper', number>;

/** What the overview says beside the map. */
export const overviewSchema = z.object({
	generation: z.string(),
	papers: z.int(),
	concepts: z.int(),
	topics: z.array(topicSummarySchema),
	kinds: z.record(z.enum(kinds), z.int()),
	firstDate: dateSchema.nullable(),
	lastDate: dateSchema.nullable(),
	/** When the last ingest ended, as ISO text in UTC. */
	ingestedAt: z.string().nullable(),
	/** Papers by month (`2025-07`) or, over more than ten years or where only years are known, by year. */
	histogram: z.array(z.object({ period: z.string(), papers: z.int() })),
	strongest: z.array(conceptSummarySchema),
	newest: z.array(paperSummarySchema)
});
export type Overview = z.infer<typeof overviewSchema>;

/** `GET /api/search?q=&limit=`: concepts, papers and topics, best first within each word. */
export const searchHitSchema = z.object({
	ref: nodeRefSchema,
	name: z.string(),
	kind: z.union([kindSchema, z.literal('paper'), z.literal('topic')]),
	papers: z.int(),
	/** The alias that matched, where it was not the name. */
	matched: z.string().nullable(),
	score: z.number()
});
export type SearchHit = z.infer<typeof searchHitSchema>;
export const searchAnswerSchema = z.object({
	q: z.string(),
	hits: z.array(searchHitSchema),
	near: z.array(searchHitSchema).describe('where nothing answers: what is written like it')
});
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;

/** One concept in one paper, with its places in `title + "\n" + abstract`. */
export const paperConceptSchema = conceptSummarySchema.extend({
	weight: z.number(),
	count: z.int(),
	introduced: z.boolean(),
	spans: z.array(z.tuple([z.int(), z.int()]))
});
export type PaperConcept = z.infer<typeof paperConceptSchema>;

export const relatedPaperSchema = z.object({
	paper: paperSummarySchema,
	score: z.number(),
	concepts: z.number(),
	text: z.number(),
	cites: z.number().describe('what citations add: one cites the other, or both are cited together'),
	shared: z.array(conceptSummarySchema).describe('the shared concepts, rarest first'),
	sharedTotal: z.int()
});
export type RelatedPaper = z.infer<typeof relatedPaperSchema>;

/** `GET /api/related?of=papers/ID&of=…` */
export const relatedToAllSchema = z.object({
	of: z.array(paperSummarySchema).describe('the papers of the set that are there, in the order given'),
	gone: z.array(nodeRefSchema).describe('what of the set is no paper of this graph'),
	least: z.int().describe('to how many of the set a paper has to be related: more than half of them'),
	related: z
		.array(
			relatedPaperSchema.extend({
				near: z.array(nodeRefSchema).describe('the papers of the set that it is related to')
			})
		)
		.describe('related to most of the set first, then by the sum of their scores')
});
export type RelatedToAll = z.infer<typeof relatedToAllSchema>;

/** `GET /api/papers/ID` */
export const paperDetailsSchema = paperSummarySchema.extend({
	id: z.string(),
	abstract: z.string(),
	url: webAddressSchema.nullable().catch(null),
	authors: z.array(z.string()),
	comments: z.int().nullable(),
	source: z.string(),
	topic: topicSummarySchema.nullable(),
	cites: z.array(paperSummarySchema).describe('what of the corpus it cites, newest first, 50 at most'),
	citesTotal: z.int(),
	citedBy: z.array(paperSummarySchema).describe('what of the corpus cites it, newest first, 50 at most'),
	citedByTotal: z.int(),
	concepts: z.array(paperConceptSchema).describe('strongest first'),
	related: z.array(relatedPaperSchema).describe('best first, ten at most')
});
export type PaperDetails = z.infer<typeof paperDetailsSchema>;

export const nearConceptSchema = conceptSummarySchema.extend({ shared: z.int(), npmi: z.number() });

/** `GET /api/concepts/ID` */
export const conceptDetailsSchema = conceptSummarySchema.extend({
	id: z.string(),
	aliases: z.array(z.string()),
	firstDate: dateSchema.nullable(),
	lastDate: dateSchema.nullable(),
	topic: topicSummarySchema.nullable(),
	introducedBy: z.array(paperSummarySchema),
	broader: z.array(conceptSummarySchema),
	narrower: z.array(conceptSummarySchema),
	nearest: z.array(nearConceptSchema).describe('most shared papers first, then NPMI; 20 at most'),
	nearestTotal: z.int(),
	/** Papers that mention it or what is narrower, at any depth: the wide sense. */
	papersWithNarrower: z.int(),
	/** Whether the evidence is of the wide sense. */
	withNarrower: z.boolean(),
	evidence: z.array(evidenceSchema).describe('newest paper first, one entry a paper, a page of 20'),
	page: z.int(),
	pages: z.int()
});
export type ConceptDetails = z.infer<typeof conceptDetailsSchema>;

/** `GET /api/topics/ID` */
export const topicDetailsSchema = topicSummarySchema.extend({
	id: z.string(),
	terms: z.array(z.string()),
	small: z.array(topicSummarySchema).describe('the topics that are part of it'),
	strongest: z.array(conceptSummarySchema).describe('20 at most'),
	newest: z.array(paperSummarySchema).describe('20 at most'),
	years: z.array(z.object({ year: z.int(), papers: z.int(), all: z.int() })),
	near: z.array(topicSummarySchema.extend({ shared: z.int() })).describe('topics that share concepts with it')
});
export type TopicDetails = z.infer<typeof topicDetailsSchema>;

const branchSchema = topicSummarySchema.extend({ years: topicDetailsSchema.shape.years });
/** A large topic with the topics that are part of it, and how each grew. */
export const topicBranchSchema = branchSchema.extend({ small: z.array(branchSchema) });
export type TopicBranch = z.infer<typeof topicBranchSchema>;

/** One page of a list. */
export function pageOf<Item extends z.ZodType>(item: Item) {
	return z.object({ items: z.array(item), total: z.int(), page: z.int(), pages: z.int() });
}
export const listedPaperSchema = paperSummarySchema.extend({
	topic: topicSummarySchema.pick({ ref: true, name: true }).nullable(),
	concepts: z.int(),
	introduces: z.array(conceptSummarySchema)
});
export type ListedPaper = z.infer<typeof listedPaperSchema>;
export const listedConceptSchema = conceptSummarySchema.extend({
	aliases: z.array(z.string()),
	firstDate: dateSchema.nullable(),
	lastDate: dateSchema.nullable(),
	topic: topicSummarySchema.pick({ ref: true, name: true }).nullable()
});
export type ListedConcept = z.infer<typeof listedConceptSchema>;

/** A paper on a path with what it says of the concepts before and after it, in one sentence where it can. */
export const hopSchema = z.object({
	paper: paperSummarySchema,
	sentence: z.string(),
	marks: z.array(z.tuple([z.int(), z.int()])),
	papers: z.int().describe('how many papers make the same hop')
});

/** One way of a path: stations in turn, a paper between every two concepts. */
export const pathSchema = z.object({
	stations: z.array(z.union([conceptSummarySchema, paperSummarySchema])),
	/** The sentence of each mention in turn: one less than there are stations. */
	evidence: z.array(evidenceSchema.nullable()),
	hops: z.array(hopSchema).describe('the papers among the stations in turn, each with one sentence'),
	cost: z.number().describe('less is better: concepts in between count, those of many papers more')
});
export type Path = z.infer<typeof pathSchema>;

/** `GET /api/path?from=&to=&avoid=`: the best distinct ways over mentions, cheapest first. */
export const pathAnswerSchema = z.object({
	from: nodeRefSchema,
	to: nodeRefSchema,
	avoid: z.array(nodeRefSchema).describe('what no path goes through'),
	paths: z.array(pathSchema).describe('no two go through the same concepts'),
	searched: z.int().describe('mentions that were gone along at most: two of them make a hop'),
	cut: z.boolean().describe('whether concepts of many papers were not looked around')
});
export type PathAnswer = z.infer<typeof pathAnswerSchema>;

/** A value in a row of a query. Numbers that JavaScript cannot hold exactly arrive as text. */
export type QueryValue =
	| null
	| string
	| number
	| boolean
	| QueryValue[]
	| { [key: string]: QueryValue }
	| QueryNode
	| QueryRelationship;
export const queryNodeSchema = z.object({
	node: nodeRefSchema.nullable().describe('null for nodes without a page, such as Author'),
	labels: z.array(z.string()),
	name: z.string(),
	kind: z.string().nullable(),
	properties: z.record(z.string(), z.json())
});
export type QueryNode = z.infer<typeof queryNodeSchema>;
export const queryRelationshipSchema = z.object({
	relationship: z.union([z.enum(edgeTypes), z.string()]),
	start: nodeRefSchema.nullable(),
	end: nodeRefSchema.nullable(),
	properties: z.record(z.string(), z.json())
});
export type QueryRelationship = z.infer<typeof queryRelationshipSchema>;

/** `POST /api/query` and the run of a saved query. A path is `{ path: [node, relationship, node …] }`. */
export const queryAnswerSchema = z.object({
	columns: z.array(z.string()),
	rows: z.array(z.array(z.json())),
	truncated: z.boolean(),
	stopped: z.string().nullable().describe('why it was stopped before its end; the rows until then are here'),
	milliseconds: z.number(),
	generation: z.string().nullable()
});
export type QueryAnswer = z.infer<typeof queryAnswerSchema>;

/** The answer of `/api/dots/found`: numbers of dots, rising. */
export const foundDotsSchema = z.object({ generation: z.string(), dots: z.array(z.int().nonnegative()) });
