import { cleanText } from '#lib/sources/fields/clean-text.ts';
import { fitPaper } from '#lib/sources/fields/fit-paper.ts';
import { pageBytes } from '#lib/sources/input/input-limits.ts';
import { linesOf } from '#lib/sources/input/lines.ts';
import { readDate } from '#lib/sources/fields/publication-date.ts';
import type { Finding, Source } from '#lib/sources/source-record.ts';
import { UnreadableRestError } from '#lib/sources/input/unreadable-rest.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const dateLine = new RegExp(`^(${months.join('|')})[a-z]* (\\d{1,2})(?:, (\\d{4}))?(?:\\s+(\\d+))?$`);
const authorsLine = /^•?\s*(\d[\d,]*) authors?$/;
/** An abstract is a paragraph; nothing else on the page is nearly as long. */
const shortestAbstract = 150;

/** True for the text that a browser copies from a Hugging Face "Daily Papers" page. */
export function isDailyPapersPage(text: string): boolean {
	return /^Daily Papers\s*$/m.test(text) || /^\s*•\s+\d+ authors?\s*$/m.test(text);
}

interface Tail {
	authorCount: number | null;
	organization: string | null;
	date: { year: number | null; month: number; day: number } | null;
	comments: number | null;
}

/** The lines between one abstract and the next title: authors or organisation, a dot, a date with a comment count. */
function readTail(lines: string[]): Tail {
	const tail: Tail = { authorCount: null, organization: null, date: null, comments: null };
	for (const line of lines) {
		const authors = authorsLine.exec(line);
		const date = dateLine.exec(line);
		if (authors) tail.authorCount = Number(authors[1]?.replaceAll(',', ''));
		else if (date) {
			tail.date = {
				year: date[3] ? Number(date[3]) : null,
				month: months.indexOf(date[1] ?? '') + 1,
				day: Number(date[2])
			};
			tail.comments = date[4] ? Number(date[4]) : null;
		} else if (/^\d+$/.test(line)) tail.comments = Number(line);
		else if (!/^[•·]?$/.test(line)) tail.organization = nameWithoutHandle(line);
	}
	return tail;
}

/** Splits what follows an abstract: the paper's own tail, and the next title (the last line, unless it is a tail's). */
function splitBetween(lines: string[]): { tail: string[]; title: string | null } {
	const lastTail = lines.findLastIndex(
		(line) => dateLine.test(line) || authorsLine.test(line) || /^[·•]/.test(line)
	);
	const title = lines.length - 1 > lastTail ? (lines.at(-1) ?? null) : null;
	return { tail: title === null ? lines : lines.slice(0, -1), title };
}

/**
 * Finds the papers of the page by its lines, trimmed and without the empty ones. A date without a year belongs to
 * `source.year`, else to the year after the newest one that the page names (the site leaves the year out for the year it
 * was copied in).
 */
function* papersOfPage(lines: string[], source: Source): Generator<Finding> {
	const abstracts = lines.flatMap((line, index) => (line.length >= shortestAbstract ? [index] : []));
	const newest = lines
		.map((line) => Number(dateLine.exec(line)?.[3] ?? 0))
		.reduce((most, year) => (year <= source.lastYear ? Math.max(most, year) : most), 0);
	const yearOfCopy = source.year ?? (newest > 0 ? newest + 1 : null);
	for (const [index, at] of abstracts.entries()) {
		const record = index + 1;
		const before = lines.slice((abstracts[index - 1] ?? -1) + 1, at);
		const title = index === 0 ? (before.at(-1) ?? null) : splitBetween(before).title;
		const after = lines.slice(at + 1, abstracts[index + 1] ?? lines.length);
		const last = index === abstracts.length - 1;
		const tail = readTail(last ? throughDate(after) : splitBetween(after).tail);
		if (!title) {
			yield { rejected: { file: source.file, record, reason: 'an abstract without a title' } };
			continue;
		}
		const written = isoDate(tail.date, yearOfCopy);
		const { date, why } = written === null ? { date: null, why: null } : readDate(written, source.lastYear);
		const { authorCount, organization, comments } = tail;
		const abstract = lines[at] ?? '';
		const paper = {
			id: null,
			title,
			abstract,
			date,
			url: null,
			organization,
			authors: [],
			authorCount,
			comments
		};
		const omitted =
			why === null ? [] : [{ file: source.file, record, field: 'date', what: `left out (${why})` }];
		yield fitPaper(paper, source, record, omitted);
	}
}

/** The lines of a page, trimmed and without the empty ones, and why its end could not be read. */
async function linesOfPage(bytes: AsyncIterable<Uint8Array>) {
	const lines: string[] = [];
	let size = 0;
	try {
		for await (const { text } of linesOf(bytes, pageBytes)) {
			size += Buffer.byteLength(text ?? '');
			if (text === null || size > pageBytes)
				throw new UnreadableRestError(
					`the page is longer than ${pageBytes / 2 ** 20} MB: its end was not read`
				);
			const line = cleanText(text);
			if (line !== '') lines.push(line);
		}
	} catch (failure) {
		if (failure instanceof UnreadableRestError) return { lines, failure };
		throw failure;
	}
	return { lines, failure: null };
}

/** Reads the copied page. Nothing is read of what is beyond 32 MB. */
export async function* readDailyPapersPage(
	bytes: AsyncIterable<Uint8Array>,
	source: Source
): AsyncGenerator<Finding> {
	const { lines, failure } = await linesOfPage(bytes);
	yield* papersOfPage(lines, source);
	if (failure) throw failure;
}

/** After the last abstract comes the page's footer: only what stands up to the date belongs to the paper. */
function throughDate(lines: string[]): string[] {
	const date = lines.findIndex((line) => dateLine.test(line));
	return lines.slice(0, date + 1);
}

function isoDate(date: Tail['date'], yearOfCopy: number | null): string | null {
	const year = date?.year ?? yearOfCopy;
	if (!date || year === null) return null;
	return `${year}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
}

/** `kaist-ai KAIST AI` is KAIST AI: the page writes an organisation's handle before its name. */
function nameWithoutHandle(line: string): string {
	return /^•?\s*\S+\s+(\S.*)$/.exec(line)?.[1] ?? line;
}
