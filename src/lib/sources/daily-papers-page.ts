import { isRealDate, type Paper } from '#lib/domain/paper.ts';
import { paperId, type ReadOptions, type Rejection, type SourceContent } from './source-record.ts';

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
 * Reads the copied page. A date without a year belongs to `options.year`, else to the year after the
 * newest one that the page names (the site leaves the year out for the year it was copied in).
 * A date that does not exist rejects its record.
 */
export function readDailyPapersPage(text: string, file: string, options: ReadOptions = {}): SourceContent {
	const lines = text
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter((line) => line !== '');
	const abstracts = lines.flatMap((line, index) => (line.length >= shortestAbstract ? [index] : []));
	const named = lines.flatMap((line) => dateLine.exec(line)?.[3] ?? []).map(Number);
	const yearOfCopy = options.year ?? (named.length > 0 ? Math.max(...named) + 1 : null);
	const papers: Paper[] = [];
	const rejected: Rejection[] = [];
	abstracts.forEach((at, index) => {
		const before = lines.slice((abstracts[index - 1] ?? -1) + 1, at);
		const title = index === 0 ? (before.at(-1) ?? null) : splitBetween(before).title;
		const after = lines.slice(at + 1, abstracts[index + 1] ?? lines.length);
		const last = index === abstracts.length - 1;
		const tail = readTail(last ? throughDate(after) : splitBetween(after).tail);
		if (!title) {
			rejected.push({ file, record: index + 1, reason: 'an abstract without a title' });
			return;
		}
		const date = isoDate(tail.date, yearOfCopy);
		if (date !== null && !isRealDate(date)) {
			rejected.push({
				file,
				record: index + 1,
				reason: `"${title}" has the date ${date}, which does not exist`
			});
			return;
		}
		papers.push({
			id: paperId({ title }),
			title,
			abstract: lines[at] ?? '',
			date,
			url: null,
			organization: tail.organization,
			authors: [],
			authorCount: tail.authorCount,
			comments: tail.comments,
			source: file
		});
	});
	return { papers, rejected };
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
