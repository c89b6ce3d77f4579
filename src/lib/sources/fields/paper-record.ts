import { decodeXML } from 'entities';
import { z } from 'zod';
import { withdrawnAbstract, withdrawnTitle } from '#lib/sources/constants/abstracts.ts';
import { bytesOf, paperLimits } from '#lib/domain/limits.ts';
import { longestNote } from '#lib/domain/library-entry.ts';
import { partMarks, type ToldMarks } from '#lib/domain/mark-keywords.ts';
import { webAddressSchema } from '#lib/domain/paper.ts';
import type { Finding, Omission, Source } from '#lib/sources/source-record.ts';
import { abstractKeywords } from './abstract-keywords.ts';
import { abstractText } from './abstract-text.ts';
import { readAuthors } from './author-names.ts';
import { readCites } from './cited-names.ts';
import { cleanText, isBlank } from './clean-text.ts';
import { fitPaper } from './fit-paper.ts';
import { keywordList } from './keyword-list.ts';
import { paperNames } from './paper-names.ts';
import { plainText } from './plain-text.ts';
import { readDate } from './publication-date.ts';
import type { ToldRecord } from './told-record.ts';

const text = z.string('it is no text').transform(cleanText);
/** Ids and addresses come with escapes of XML in them, from tables too. */
const unescaped = text.transform((value) => (value.includes('&') ? decodeXML(value) : value));
const count = z
	.union(
		[
			z.number(),
			z.bigint(),
			z
				.string()
				.regex(/^\s*\d+(?:\.0+)?\s*$/)
				.transform(Number)
		],
		'it is no whole number'
	)
	.pipe(z.int('it is no whole number'));

/** Whether an address can hold it: browsers take `.` and `..` between slashes for a way up, however they are written. */
function isInAddress(id: string): boolean {
	return !id.split('/').some((part) => part === '.' || part === '..');
}

const [noWayUp, unreadable] = [
	'a part of it is only dots, which no address can hold',
	'it holds a character that cannot be read'
];

/** An identifier that becomes the paper's id. One that is too long is none. */
const identifier = unescaped
	.refine((id) => bytesOf(id) <= paperLimits.id.most, {
		error: `longer than ${paperLimits.id.most.toLocaleString('en')} bytes`,
		abort: true
	})
	.refine(isInAddress, noWayUp)
	.refine((id) => !id.includes('\ufffd'), unreadable);
const numbered = z
	.union([text, z.number().transform(String), z.bigint().transform(String)], 'it is no text or number')
	.refine(isInAddress, noWayUp)
	.refine((id) => !id.includes('\ufffd'), unreadable);

/** The simple fields, each with what makes it usable; one that is not is left out, with the sentence of its schema. */
const fields = {
	id: numbered,
	/** The arXiv id, such as 2402.03300. */
	arxiv: identifier,
	doi: identifier,
	pubmed: numbered,
	url: unescaped.pipe(webAddressSchema),
	authorCount: count.pipe(z.number().positive('it is not above zero')),
	venue: text.transform(plainText),
	organization: text,
	comments: count.pipe(z.number().nonnegative('it is below zero'))
} satisfies Record<string, z.ZodType>;

type Fields = { [Field in keyof typeof fields]: z.output<(typeof fields)[Field]> | null };
/** Catalogues of medicine end every title with one; those of an abbreviation and of three dots belong to it. */
const fullStop = /(?<=[\p{L}\p{N})\]"”][\p{Ll}\p{N})\]"”])(?<!\b(?:al|etc|Inc|Ltd|Jr|Sr|vs|Co|Corp))\.$/u;

type LeaveOut = (field: string, why: string) => void;

function isAbsent(value: unknown): boolean {
	return (
		value === undefined ||
		value === null ||
		(typeof value === 'string' && isBlank(value)) ||
		(Array.isArray(value) && value.length === 0)
	);
}

function readFields(told: ToldRecord, leaveOut: LeaveOut): Fields {
	const read = Object.entries(fields).map(([field, schema]) => {
		const value = told[field as keyof typeof fields];
		if (isAbsent(value)) return [field, null];
		const parsed: z.ZodSafeParseResult<unknown> = schema.safeParse(value);
		if (!parsed.success) leaveOut(field, parsed.error.issues[0]?.message ?? '');
		return [field, parsed.data ?? null];
	});
	return Object.fromEntries(read) as Fields;
}

function dateOf({ dates = [] }: ToldRecord, lastYear: number, leaveOut: LeaveOut): string | null {
	// Formats tell a year as a part of a date and alone: what is wrong with both is said once.
	const told = new Set<string>();
	for (const [field, value] of dates) {
		if (isAbsent(value)) continue;
		const { date, why } = readDate(value, lastYear);
		if (date !== null) return date;
		if (!told.has(`${field} ${why}`)) leaveOut(field, why);
		told.add(`${field} ${why}`);
	}
	return null;
}

function authorsOf({ authors }: ToldRecord, leaveOut: LeaveOut): string[] {
	if (isAbsent(authors)) return [];
	const found = readAuthors(authors);
	if (!found) leaveOut('authors', 'neither names nor a list of them');
	else if (found.nameless > 0)
		leaveOut('authors', `${found.nameless} of ${found.names.length + found.nameless} have no name`);
	return found?.names ?? [];
}

function abstractOf({ abstract }: ToldRecord, leaveOut: LeaveOut): string {
	if (isAbsent(abstract)) return '';
	const parts: unknown[] = Array.isArray(abstract) ? abstract : [abstract];
	if (parts.every((part) => typeof part === 'string')) return abstractText(parts.join('\n'));
	leaveOut('abstract', 'it is no text');
	return '';
}

function keywordsOf({ keywords }: ToldRecord, leaveOut: LeaveOut): string[] {
	if (isAbsent(keywords)) return [];
	const found = keywordList(keywords);
	if (!found) leaveOut('keywords', 'neither a text nor a list of them');
	return found ?? [];
}

/** What the record tells of a library, and the keywords that are of its authors. */
function marksOf(keywords: string[], { note }: ToldRecord): { keywords: string[]; marks: ToldMarks | null } {
	const { keywords: left, marks, hasNote } = partMarks(keywords);
	const own = hasNote && typeof note === 'string' ? note.trim().slice(0, longestNote).trim() : '';
	return { keywords: left, marks: marks && { ...marks, note: own } };
}

/** What other records of its file call a record. */
function keyOf({ key, id }: ToldRecord): string | null {
	const read = numbered.safeParse(key ?? id);
	return read.success && read.data !== '' ? read.data.toLowerCase() : null;
}

/** Each keyword once, whatever its case: as it is written first. */
function withoutRepeats(keywords: string[]): string[] {
	return [...new Map(keywords.toReversed().map((each) => [each.toLowerCase(), each])).values()].toReversed();
}

/**
 * The paper that a record tells of, cleaned and within the limits of what is stored. Without a usable title it is
 * rejected; any other field that cannot be used costs itself alone, and is told.
 */
export function paperRecord(told: ToldRecord, source: Source, record: number): Finding {
	const { file, lastYear } = source;
	const reject = (reason: string): Finding => ({ rejected: { file, record, reason } });
	if (isAbsent(told.title)) return reject(isAbsent(told.abstract) ? 'no title; no abstract' : 'no title');
	if (typeof told.title !== 'string') return reject('the title is no text');
	const title = plainText(told.title);
	if (isBlank(title)) return reject('no title');
	const omitted: Omission[] = [];
	const leaveOut: LeaveOut = (field, why) => {
		omitted.push({ file, record, field, what: `left out (${why})` });
	};
	const { arxiv, doi, pubmed, id, url, venue, ...rest } = readFields(told, leaveOut);
	const { keywords, marks } = marksOf(keywordsOf(told, leaveOut), told);
	// What a reader notes names other papers.
	const isOwn = (hint: unknown) => hint === told.note && marks !== null && marks.note !== '';
	const hints = [...(told.hints ?? []), venue].filter((hint) => !isOwn(hint));
	const names = paperNames({ arxiv, doi, pubmed, id, url, hints, otherNames: told.otherNames }, leaveOut);
	const abstract = abstractOf(told, leaveOut);
	const withdrawn = told.withdrawn === true || withdrawnTitle.test(title) || withdrawnAbstract.test(abstract);
	const { names: cites, own: ownCites } = readCites(told.cites ?? []);
	const paper = {
		...rest,
		...names,
		venue,
		title: title.replace(withdrawnTitle, '').replace(fullStop, '') || title,
		abstract,
		date: dateOf(told, lastYear, leaveOut),
		authors: authorsOf(told, leaveOut),
		keywords: withoutRepeats([...keywords, ...abstractKeywords(abstract)]),
		cites,
		withdrawn
	};
	const found = fitPaper(paper, source, record, omitted);
	if (!('paper' in found)) return found;
	const key = keyOf(told);
	return {
		...found,
		...(key === null ? {} : { key }),
		...(ownCites.length > 0 ? { ownCites } : {}),
		...(marks === null ? {} : { marks })
	};
}
