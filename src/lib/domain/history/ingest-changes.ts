import { z } from 'zod';
import { feedParameters } from '#lib/domain/feed-parameters.ts';
import { nodeRefSchema } from '#lib/domain/ids.ts';
import { kindSchema } from '#lib/domain/kind.ts';
import { sourceFactsSchema } from './source-facts.ts';

/** An ingest as it is listed: what it read, what it left, what it brought. What earlier versions did not keep is null. */
export const ingestSummarySchema = z.object({
	id: z.string().describe('when it began: ISO text, the id of its generation'),
	status: z.string().describe('done, publishing, or interrupted'),
	finishedAt: z.string().nullable(),
	papers: z.int().nullable().describe('papers of the graph after it'),
	rejected: z.int().nullable(),
	sources: z.array(z.string()).nullable().describe('files and addresses as they were given'),
	readSources: z.array(sourceFactsSchema).describe('what was read of them, with hashes: 1,000 at most'),
	version: z.string().nullable(),
	newPapersTotal: z.int().nullable(),
	newConceptsTotal: z.int().nullable(),
	mergedTotal: z.int().nullable(),
	goneTotal: z.int().nullable()
});
export type IngestSummary = z.infer<typeof ingestSummarySchema>;

/** Ingests of one page of their list. */
export const ingestsAtOnce = 20;

/** What changes between two ingests, in the order in which it is told. */
export const changeParts = {
	papers: { title: 'New papers', about: 'papers that the graph did not hold' },
	concepts: { title: 'Concepts born', about: 'concepts that no paper spoke of before' },
	topics: { title: 'New topics', about: 'topics that were not there' },
	merged: { title: 'Merged', about: 'papers, concepts and topics that others took in' },
	fading: {
		title: 'Fading concepts',
		about:
			'concepts that lost papers, or whose share of the newest fifth of the dated papers fell by a quarter or more'
	},
	grown: { title: 'Topics that grew', about: 'topics that were there, and have more papers' },
	shrunk: { title: 'Topics that shrank', about: 'topics that were there, and have fewer papers' },
	gone: { title: 'Gone', about: 'what is not there any more and leads nowhere' }
} as const satisfies Record<string, { title: string; about: string }>;
export type ChangePart = keyof typeof changeParts;
export const changePartNames = Object.keys(changeParts) as ChangePart[];

/** Something that changed, named as well as the graph of today can. */
export const changeRowSchema = z.object({
	ref: nodeRefSchema,
	name: z.string().describe('its title, label or name; its id where nothing of it is there any more'),
	isThere: z.boolean().describe('whether the graph of today holds it'),
	kind: kindSchema.nullable().describe('of a concept'),
	date: z.string().nullable().describe('of a paper'),
	papers: z.int().nullable().describe('of a concept or topic, today'),
	now: z.object({ ref: nodeRefSchema, name: z.string() }).nullable().describe('what took it in'),
	before: z.int().nullable().describe('papers at the first time: of what fades, grows or shrinks'),
	after: z.int().nullable().describe('papers at the second time'),
	shareBefore: z
		.number()
		.nullable()
		.describe('0 to 1, of the newest papers at the first time: of what fades'),
	shareAfter: z.number().nullable()
});
export type ChangeRow = z.infer<typeof changeRowSchema>;

const pointSchema = z.object({
	id: z.string(),
	finishedAt: z.string().nullable(),
	papers: z.int().nullable().describe('papers of the graph after it')
});
export type IngestPoint = z.infer<typeof pointSchema>;

export const changesOfPartSchema = z.object({
	part: z.enum(changePartNames),
	total: z.int(),
	unlisted: z.int().describe('how many of them were not kept by id: an ingest keeps 5,000 of each'),
	isKnown: z.boolean().describe('false where one of the two is of a version that did not keep it'),
	rows: z.array(changeRowSchema)
});
export type ChangesOfPart = z.infer<typeof changesOfPartSchema>;

/** What changed between the ends of two ingests. */
export const ingestChangesSchema = z.object({
	from: pointSchema.nullable().describe('null for the empty graph before the first ingest'),
	to: pointSchema,
	ingests: z.int().describe('how many ingests lie between them, the second counted'),
	parts: z.array(changesOfPartSchema)
});
export type IngestChanges = z.infer<typeof ingestChangesSchema>;

/** `from` that names the empty graph before the first ingest. */
export const beforeAll = 'start';

const pointText = z.string().max(100).default('');

export const ingestListParameters = z.object({
	page: z.coerce.number().int().min(1).max(10_000).default(1)
});

/** Two ingests. Without them: the last one, and the one before `to`. */
export const betweenParameters = z.object({
	from: pointText.describe('an ingest, or start; without it the one before the second'),
	to: pointText.describe('an ingest; without it the last one')
});

export const changeParameters = betweenParameters.extend({
	part: z
		.enum(changePartNames)
		.or(z.literal(''))
		.default('')
		.describe('one of the parts; without it all of them'),
	page: z.coerce.number().int().min(1).max(10_000).default(1),
	limit: z.coerce.number().int().min(1).max(200).default(50).describe('rows of a part')
});

export const changeFeedParameters = betweenParameters.extend(feedParameters.shape);
