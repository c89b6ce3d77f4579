import { z } from 'zod';
import { dateSchema, type Paper } from '#lib/domain/paper.ts';
import { paperId, type Rejection, type SourceContent } from './source-record.ts';

const text = z.string().trim().min(1);
const optionalText = text.nullish().or(z.literal(''));

/** One line of Throughline's own JSON Lines format. Fields that it does not name are ignored. */
const paperRecordSchema = z.object({
	title: text.describe('required'),
	abstract: text.describe('required'),
	id: z
		.union([text, z.number().transform(String)])
		.nullish()
		.describe('any id of yours; used when there is no arXiv id or DOI'),
	arxiv: optionalText.describe('the arXiv id, such as 2402.03300'),
	doi: optionalText,
	date: dateSchema.nullish().describe('YYYY, YYYY-MM or YYYY-MM-DD'),
	published: dateSchema.nullish().describe('the same as date'),
	year: z.int().min(1000).max(9999).nullish().describe('used when there is no date'),
	url: z.url().nullish(),
	authors: z.array(text).nullish().describe('names, in order'),
	authorCount: z.int().positive().nullish().describe('where the names are not known'),
	organization: optionalText,
	comments: z.int().nonnegative().nullish()
});

const arxivPattern = /^\d{4}\.\d{4,5}(v\d+)?$/;

/** Why a record does not fit, in the words of its fields. */
function reasonOf(error: z.ZodError): string {
	return error.issues
		.map(({ path, message, code }) => {
			const field = path.join('.') || 'the record';
			return code === 'invalid_type' && /undefined/.test(message) ? `no ${field}` : `${field}: ${message}`;
		})
		.join('; ');
}

function toPaper(record: z.infer<typeof paperRecordSchema>, file: string): Paper {
	const id = record.id ?? undefined;
	const arxiv = record.arxiv || (id && arxivPattern.test(id) ? id : undefined);
	return {
		id: paperId({ arxiv, doi: record.doi || id, title: record.title }),
		title: record.title.replace(/\s+/g, ' '),
		abstract: record.abstract.replace(/\s+/g, ' '),
		date: record.date ?? record.published ?? (record.year ? String(record.year) : null),
		url: record.url ?? (arxiv ? `https://arxiv.org/abs/${arxiv}` : null),
		organization: record.organization || null,
		authors: record.authors ?? [],
		authorCount: record.authorCount ?? (record.authors?.length || null),
		comments: record.comments ?? null,
		source: file
	};
}

/** True when one of the first lines is a JSON object: a broken line in front of it costs that line alone. */
export function isJsonLines(content: string): boolean {
	if (content.trimStart().startsWith('{')) return true;
	const lines = content.slice(0, 100_000).split('\n', 20);
	return lines.some((line) => {
		try {
			return line.startsWith('{') && typeof JSON.parse(line) === 'object';
		} catch {
			return false;
		}
	});
}

/** Reads JSON Lines; a line that is broken or does not fit the schema is rejected with its number. */
export function readJsonLines(content: string, file: string): SourceContent {
	const papers: Paper[] = [];
	const rejected: Rejection[] = [];
	content.split('\n').forEach((line, index) => {
		if (line.trim() === '') return;
		const record = index + 1;
		let json: unknown;
		try {
			json = JSON.parse(line);
		} catch (cause) {
			rejected.push({ file, record, reason: `broken JSON (${cause instanceof Error ? cause.message : ''})` });
			return;
		}
		const parsed = paperRecordSchema.safeParse(json);
		if (parsed.success) papers.push(toPaper(parsed.data, file));
		else rejected.push({ file, record, reason: reasonOf(parsed.error) });
	});
	return { papers, rejected };
}
