import { z } from 'zod';
import {
	broaderSchema,
	coOccursSchema,
	introducesSchema,
	membershipSchema,
	mentionSchema,
	placedConceptSchema,
	placedPaperSchema,
	relatedSchema,
	topicSchema
} from './graph.ts';
import type { Collection } from './ids.ts';

/**
 * The graph as Neo4j holds it, in one table: schema, publishing, export, questions and the help page read it. Nodes and
 * relationships come from an ingest unless another section says so.
 */

/**
 * Rises whenever what is asked of a graph is not in one that was published before; each Ingest keeps it. 1: the graphs
 * from before there was such a number.
 */
export const modelNumber = 2;

/** A property of the nodes that have any. */
const former = z.object({
	formerIds: z.array(z.string()).optional().describe('ids that ended and lead here')
});

/** People and organisations are known by their names alone. */
const named = z.object({
	id: z.string().describe('its name'),
	name: z.string().describe('as sources write it')
});

/** What of a paper's ties and texts is asked for of all papers at once: counted when the graph is published. */
const counted = z.object({
	characters: z.int().describe('how long its abstract is, in UTF-16 code units; 0 where it has none'),
	concepts: z.int().describe('how many concepts it mentions'),
	nearest: z.number().describe('the score of the paper that is most related to it; 0 for none')
});

/** The labels of nodes with what a node of each holds; `id` is unique in each. */
export const nodeModel = {
	Paper: {
		about: 'one publication',
		properties: placedPaperSchema.extend(counted.shape).extend(former.shape)
	},
	Concept: {
		about: 'one idea, however it is written',
		properties: placedConceptSchema
			.extend({
				search: z.string().describe('its label in small letters, for what is typed'),
				spelling: z
					.string()
					.describe('its name in small letters without blanks and hyphens, for what is typed')
			})
			.extend(former.shape)
	},
	Topic: { about: 'a named cluster of papers and concepts', properties: topicSchema.extend(former.shape) },
	Author: { about: 'who wrote papers', properties: named },
	Organization: { about: 'who published papers', properties: named }
} as const;
export type Label = keyof typeof nodeModel;
export const labels = Object.keys(nodeModel) as Label[];

/** The label of what has pages of its own. */
export const labelOf = {
	papers: 'Paper',
	concepts: 'Concept',
	topics: 'Topic'
} as const satisfies Record<Collection, Label>;

interface RelationshipModel {
	about: string;
	from: readonly Label[];
	to: Label;
	properties: z.ZodObject;
}

const nothing = z.object({});

/** The types of relationships, what they tie, and what each holds. */
export const relationshipModel = {
	BROADER: {
		...{ about: 'a narrower concept, to the broader one', from: ['Concept'], to: 'Concept' },
		properties: broaderSchema.omit({ narrower: true, broader: true })
	},
	CITES: {
		...{
			about: 'a paper cites another one of the corpus, as its source tells',
			from: ['Paper'],
			to: 'Paper'
		},
		properties: nothing
	},
	CO_OCCURS: {
		...{
			about: 'two concepts of the same papers, once, from the smaller id',
			from: ['Concept'],
			to: 'Concept'
		},
		properties: coOccursSchema.omit({ first: true, second: true })
	},
	INTRODUCES: {
		...{ about: 'what a paper brings into the world', from: ['Paper'], to: 'Concept' },
		properties: introducesSchema.omit({ paper: true, concept: true })
	},
	IN_TOPIC: {
		...{ about: 'the small topic of a paper or concept', from: ['Concept', 'Paper'], to: 'Topic' },
		properties: membershipSchema.omit({ member: true, topic: true })
	},
	MENTIONS: {
		...{ about: 'a paper speaks of a concept, at these places', from: ['Paper'], to: 'Concept' },
		properties: mentionSchema.omit({ paper: true, concept: true })
	},
	PART_OF: { about: 'a small topic, to its large one', from: ['Topic'], to: 'Topic', properties: nothing },
	PUBLISHED: {
		about: 'an organisation, to its papers',
		from: ['Organization'],
		to: 'Paper',
		properties: nothing
	},
	RELATED: {
		...{ about: 'the ten nearest papers, with the parts of the score', from: ['Paper'], to: 'Paper' },
		properties: relatedSchema.omit({ paper: true, related: true })
	},
	WROTE: { about: 'an author, to the papers', from: ['Author'], to: 'Paper', properties: nothing }
} as const satisfies Record<string, RelationshipModel>;
export type RelationshipType = keyof typeof relationshipModel;
export const relationshipTypes = Object.keys(relationshipModel) as RelationshipType[];

/** What people made: no ingest touches it. */
export const peoplesLabels = ['SavedQuery', 'SavedView', 'Decision', 'QueryMark', 'LibraryEntry'] as const;

/** What Throughline writes down for itself: one node an ingest, the lock of the one that runs, the form of people's things. */
export const ownLabels = ['Ingest', 'IngestLock', 'PeopleSchema'] as const;

/** What each property of a node or relationship means, as the help page tells it. */
export function meaningsOf({ properties }: { properties: z.ZodObject }): [name: string, meaning: string][] {
	return Object.entries(properties.shape).map(([name, schema]) => [
		name,
		(schema as z.ZodType).description ?? ''
	]);
}
