import { z } from 'zod';
import { outcomeSchema } from './decision.ts';
import { libraryNameSchema } from './library-entry.ts';
import { netAddressSchema, usualMost } from './net-sources.ts';

/** What a record that was not read is told as: where, and why. */
const rejectionSchema = z.object({ file: z.string(), record: z.int().nullable(), reason: z.string() });

/** A record that is a paper which another one is too, or which the graph holds. */
const duplicateSchema = z.object({
	kept: z.string(),
	dropped: z.string(),
	file: z.string(),
	reason: z.string()
});

/** What is known before an ingest: nothing has been written then. */
export const estimateSchema = z.object({
	papers: z.int().describe('papers in what was given, duplicates merged'),
	newPapers: z.int().describe('those of them that the graph does not hold'),
	held: z.int().describe('papers that the graph holds now'),
	seconds: z.int().describe('about how long the ingest takes'),
	measuredBy: z.int().describe('how many past ingests say so; 0 where none does'),
	withoutAbstract: z.int(),
	duplicates: z.array(duplicateSchema).describe('the first of them'),
	duplicateCount: z.int(),
	rejected: z.array(rejectionSchema).describe('the first of them'),
	rejectedCount: z.int(),
	omittedCount: z.int().describe('fields that are left out or cut'),
	notes: z.array(z.object({ file: z.string(), note: z.string() }))
});
export type Estimate = z.infer<typeof estimateSchema>;

/** The report of an ingest, as `ingest --json` prints it, as far as pages read it. */
const reportSchema = z.object({
	generation: z.string(),
	papers: z.int(),
	concepts: z.int(),
	topics: z.int(),
	news: z.object({
		papers: z.array(z.string()),
		concepts: z.array(z.string()),
		topics: z.array(z.string()),
		merged: z.array(z.object({ former: z.string(), now: z.string() })),
		gone: z.array(z.string())
	}),
	rejected: z.array(rejectionSchema),
	rejectedCount: z.int(),
	omittedCount: z.int(),
	duplicates: z.array(duplicateSchema),
	withoutAbstract: z.int(),
	/** What became of people's decisions about concepts. */
	decided: z.array(outcomeSchema).default([])
});

/** A line that `ingest --events` prints. */
export const ingestEventSchema = z.discriminatedUnion('event', [
	z.object({ event: z.literal('step'), step: z.string(), done: z.int(), total: z.int() }),
	z.object({ event: z.literal('note'), text: z.string() }),
	z.object({ event: z.literal('estimate'), estimate: estimateSchema }),
	z.object({ event: z.literal('report'), report: reportSchema }),
	z.object({ event: z.literal('failed'), message: z.string(), advice: z.string() })
]);
export type IngestEvent = z.infer<typeof ingestEventSchema>;

/** What has been done of a step, and how fast. */
const stepSchema = z.object({
	name: z.string(),
	done: z.int(),
	/** 0 where the length is not known. */
	total: z.int(),
	/** Null before there is one. */
	perSecond: z.number().nullable(),
	secondsLeft: z.int().nullable()
});

export const jobPhases = [
	'receiving',
	'estimating',
	'estimated',
	'running',
	'done',
	'failed',
	'cancelled'
] as const;

/** Entries of a list that a page shows of a report; the whole of it is a file. */
export const shownAtMost = 100;

/** An ingest that the app was asked for, as its page shows it. */
export const ingestJobSchema = z.object({
	id: z.string(),
	phase: z.enum(jobPhases),
	/** What was given, and how many of its bytes have come. */
	sources: z.array(z.object({ name: z.string(), bytes: z.int(), received: z.int() })),
	step: stepSchema.nullable(),
	/** Seconds since the ingest itself began. */
	seconds: z.int(),
	notes: z.array(z.string()),
	estimate: estimateSchema.nullable(),
	/** The lists of it are cut to the first hundred; what is new is counted beside them. */
	report: reportSchema
		.extend({
			...{ newPapers: z.int(), newConcepts: z.int(), duplicateCount: z.int(), mergedCount: z.int() },
			/** All decisions, and those that found nothing to do: `decided` lists these. */
			...{ decidedCount: z.int(), idleCount: z.int() }
		})
		.nullable(),
	problem: z.object({ message: z.string(), advice: z.string() }).nullable()
});
export type IngestJob = z.infer<typeof ingestJobSchema>;
export type IngestReportSummary = NonNullable<IngestJob['report']>;

/** A job that works, or waits for what is being sent: a second one cannot begin beside it. */
export function isAtWork({ phase }: Pick<IngestJob, 'phase'>): boolean {
	return phase === 'receiving' || phase === 'estimating' || phase === 'running';
}

/** What may be sent to be ingested, in files and bytes; a part is one request. */
export const uploadLimits = {
	/** A library that is a file for each paper comes as an archive. */
	files: 200,
	/** The largest export of a reference manager that was seen has 120 MB; what is larger goes by the command. */
	bytes: 500 * 2 ** 20,
	/** Below what adapter-node lets through in a body, and what proxies do. */
	part: 400 * 1024,
	/** Of a file's name, in bytes of UTF-8: file systems take 255. */
	name: 200
} as const;

/** In which library what comes is marked as to read; without it nothing is marked. */
const library = libraryNameSchema
	.optional()
	.describe('what comes is marked as to read, in the library of that name');

/** What begins a job. */
export const beginJobSchema = z.object({
	files: z
		.array(
			z.object({
				name: z.string().min(1).max(1000).describe('what the file is called'),
				bytes: z.int().positive().describe('how many bytes it has')
			})
		)
		.min(1)
		.max(uploadLimits.files)
		.describe('the files that will be sent, in the order of their numbers from 0'),
	library
});

/** Papers that are fetched for one query in the app, at most; more go by the command. */
export const fetchedAtMost = 5000;

/** What begins a job with what is fetched. */
export const fetchJobSchema = z.object({
	address: netAddressSchema,
	max: z.int().positive().max(fetchedAtMost).default(usualMost).describe('papers that are fetched at most'),
	library
});

/** Which job is meant: one that has ended meanwhile is not another one. */
export const jobNamedSchema = z.object({ job: z.string().min(1).max(100) });

/** Where a part of a file belongs. */
export const partParameters = jobNamedSchema.extend({
	at: z.coerce.number().pipe(z.int().nonnegative()).describe('at which byte of the file the part begins')
});
