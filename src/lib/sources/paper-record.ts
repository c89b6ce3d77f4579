import { z } from 'zod';
import { bytesOf, paperLimits } from '#lib/domain/limits.ts';
import { webAddressSchema } from '#lib/domain/paper.ts';
import { readAuthors } from './author-names.ts';
import { cleanText, isBlank } from './clean-text.ts';
import { fitPaper } from './fit-paper.ts';
import { readDate } from './publication-date.ts';
import type { Finding, Omission, Source } from './source-record.ts';

const text = z.string('it is no text').transform(cleanText);
const count = z.int('it is no whole number');

/** An identifier that becomes the paper's id. One that is too long is none. */
const identifier = text.refine(
	(id) => bytesOf(id) <= paperLimits.id.most,
	`longer than ${paperLimits.id.most.toLocaleString('en')} bytes`
);

/**
 * The optional fields of Throughline's own format, each with what makes it usable; one that is not is left out, with
 * the sentence that its schema says. Fields that are not named here are ignored.
 */
const fields = {
	/** Any id of the source's; used when there is no arXiv id or DOI. */
	id: z.union([text, z.number().transform(String), z.bigint().transform(String)], 'it is no text or number'),
	/** The arXiv id, such as 2402.03300. */
	arxiv: identifier,
	doi: identifier,
	url: text.pipe(webAddressSchema),
	/** Where the names are not known. */
	authorCount: count.positive('it is not above zero'),
	organization: text,
	comments: count.nonnegative('it is below zero')
} satisfies Record<string, z.ZodType>;

type Fields = { [Field in keyof typeof fields]: z.output<(typeof fields)[Field]> | null };

const recordSchema = z.record(z.string(), z.unknown());
type SourceRecord = z.infer<typeof recordSchema>;

/** Under which names a date may stand, the most exact first. */
const dateFields = ['date', 'published', 'year'];

type LeaveOut = (field: string, why: string) => void;

function isAbsent(value: unknown): boolean {
	return value === undefined || value === null || (typeof value === 'string' && isBlank(value));
}

function readFields(record: SourceRecord, leaveOut: LeaveOut): Fields {
	const read = Object.entries(fields).map(([field, schema]) => {
		if (isAbsent(record[field])) return [field, null];
		const parsed: z.ZodSafeParseResult<unknown> = schema.safeParse(record[field]);
		if (!parsed.success) leaveOut(field, parsed.error.issues[0]?.message ?? '');
		return [field, parsed.data ?? null];
	});
	return Object.fromEntries(read) as Fields;
}

function dateOf(record: SourceRecord, lastYear: number, leaveOut: LeaveOut): string | null {
	for (const field of dateFields) {
		if (isAbsent(record[field])) continue;
		const { date, why } = readDate(record[field], lastYear);
		if (date !== null) return date;
		leaveOut(field, why);
	}
	return null;
}

function authorsOf(record: SourceRecord, leaveOut: LeaveOut): string[] {
	if (isAbsent(record['authors'])) return [];
	const found = readAuthors(record['authors']);
	if (!found) leaveOut('authors', 'neither names nor a list of them');
	else if (found.nameless > 0)
		leaveOut('authors', `${found.nameless} of ${found.names.length + found.nameless} have no name`);
	return found?.names ?? [];
}

const arxivPattern = /^\d{4}\.\d{4,5}(v\d+)?$/;

/** The arXiv id (without its version), else the DOI in lower case, else the source's own id. */
function idOf({ arxiv, doi, id }: Record<'arxiv' | 'doi' | 'id', string | null>): string | null {
	const own = arxiv?.replace(/^arxiv:/i, '').replace(/v\d+$/, '');
	return own || (doi ?? id)?.replace(/^https?:\/\/(dx\.)?doi\.org\//i, '').toLowerCase() || null;
}

/**
 * Reads one record of Throughline's own format. Without a usable title and abstract it is rejected; any other field
 * that cannot be used costs itself alone.
 */
export function readPaperRecord(json: unknown, source: Source, record: number): Finding {
	const { file, lastYear } = source;
	const { data } = recordSchema.safeParse(json);
	if (!data) return { rejected: { file, record, reason: 'no object with a title and an abstract' } };
	const [title, abstract] = ['title', 'abstract'].map((field) => data[field]);
	const missing = Object.entries({ title, abstract }).flatMap(([field, value]) =>
		isAbsent(value) ? [`no ${field}`] : typeof value === 'string' ? [] : [`the ${field} is no text`]
	);
	if (missing.length > 0) return { rejected: { file, record, reason: missing.join('; ') } };
	const omitted: Omission[] = [];
	const leaveOut: LeaveOut = (field, why) => {
		omitted.push({ file, record, field, what: `left out (${why})` });
	};
	const { arxiv: known, doi, id, url, ...rest } = readFields(data, leaveOut);
	const arxiv = known ?? (id !== null && arxivPattern.test(id) ? id : null);
	const paper = {
		...rest,
		id: idOf({ arxiv, doi, id }),
		title: cleanText(String(title)),
		abstract: cleanText(String(abstract)),
		date: dateOf(data, lastYear, leaveOut),
		url: url ?? (arxiv === null ? null : `https://arxiv.org/abs/${arxiv}`),
		authors: authorsOf(data, leaveOut)
	};
	return fitPaper(paper, source, record, omitted);
}
