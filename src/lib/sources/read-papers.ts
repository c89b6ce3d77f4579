import { SourceError } from '#lib/domain/errors.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { isBlank } from './clean-text.ts';
import { isDailyPapersPage, readDailyPapersPage } from './daily-papers-page.ts';
import { encodingOf } from './decoded-text.ts';
import { headBytes, reportedAtMost } from './input-limits.ts';
import { isJson, isJsonLines, readJson, readJsonLines } from './json-records.ts';
import { mergeDuplicates, type Duplicate } from './merge-duplicates.ts';
import { openInput, standardInputFile, standardInputName, type Input } from './open-input.ts';
import type { Omission, Reader, ReadOptions, Rejection, Source } from './source-record.ts';
import { UnreadableRestError } from './unreadable-rest.ts';

interface Format {
	name: string;
	recognises: (head: string) => boolean;
	read: Reader;
	/** What a file must hold for a paper to be found in it. */
	expects: string;
}

const records = 'It reads objects with at least a title and an abstract: one a line, or in one array.';

/** Recognised by their first bytes, in this order. */
const formats: Format[] = [
	{ name: 'JSON Lines', recognises: isJsonLines, read: readJsonLines, expects: records },
	{ name: 'JSON', recognises: isJson, read: readJson, expects: records },
	{
		name: 'the copied text of a Daily Papers page',
		recognises: isDailyPapersPage,
		read: readDailyPapersPage,
		expects: 'It reads the whole page, copied as text: titles, and abstracts in one line each.'
	}
];

export interface ReadPapers {
	/** Sorted by id, duplicates merged. */
	papers: Paper[];
	/** The first 10,000 records that cannot be read, and how many there are. */
	rejected: Rejection[];
	rejectedCount: number;
	/** The first 10,000 fields that were left out or cut, and how many there are. */
	omitted: Omission[];
	omittedCount: number;
	duplicates: Duplicate[];
}

type Found = Omit<ReadPapers, 'duplicates'>;

function reject(found: Found, rejection: Rejection): void {
	found.rejectedCount += 1;
	if (found.rejected.length < reportedAtMost) found.rejected.push(rejection);
}

function formatOf(path: string, { head }: Input): Format {
	const text = new TextDecoder(encodingOf(head)).decode(head);
	if (isBlank(text)) throw new SourceError(path, 'the file is empty', 'Give a file with papers in it.');
	const format = formats.find(({ recognises }) => recognises(text));
	if (format) return format;
	const known = formats.map(({ name }) => name).join(', or ');
	throw new SourceError(path, 'this is no format that Throughline knows', `It reads ${known}.`);
}

function shown(path: string): string {
	return path === standardInputFile ? standardInputName : path;
}

/** Why the rest of a file was not read: what is in it, or a disk that fails; null for a fault of our own. */
function whyUnread(error: unknown): string | null {
	if (error instanceof UnreadableRestError) return error.message;
	const code = error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : null;
	return code === null ? null : `its end cannot be read (${code})`;
}

/** Adds what a reader finds in one input. What cannot be read of its end is rejected, what came before is kept. */
async function readInto(found: Found, format: Format, input: Input, source: Source): Promise<void> {
	try {
		for await (const finding of format.read(input.bytes, source)) {
			if ('rejected' in finding) {
				reject(found, finding.rejected);
				continue;
			}
			found.papers.push(finding.paper);
			found.omittedCount += finding.omitted.length;
			for (const omission of finding.omitted)
				if (found.omitted.length < reportedAtMost) found.omitted.push(omission);
		}
	} catch (error) {
		const reason = whyUnread(error);
		if (reason === null) throw error;
		reject(found, { file: source.file, record: null, reason });
	}
}

/**
 * Reads every file in the format that its content shows; `-` is standard input.
 * Throws SourceError for a file that is missing, empty, of no known format, or without one readable paper.
 */
export async function readPapers(files: string[], options: ReadOptions = {}): Promise<ReadPapers> {
	const { year = null, now = new Date(), standardInput = () => process.stdin } = options;
	const found: Found = { papers: [], rejected: [], rejectedCount: 0, omitted: [], omittedCount: 0 };
	let advice = '';
	for (const path of files) {
		const input = await openInput(path, standardInput, headBytes);
		const source = { file: input.name, year, lastYear: now.getUTCFullYear() + 1 };
		const format = formatOf(shown(path), input);
		const before = found.papers.length + found.rejectedCount;
		await readInto(found, format, input, source);
		if (found.papers.length + found.rejectedCount === before)
			reject(found, { file: input.name, record: null, reason: 'there is no record of a paper in it' });
		advice ||= format.expects;
	}
	const [first] = found.rejected;
	if (found.papers.length === 0)
		throw new SourceError(
			files.map(shown).join(', '),
			`no readable paper; the first record that was rejected: ${first?.reason ?? ''}`,
			advice,
			first?.record ?? null
		);
	return { ...found, ...mergeDuplicates(found.papers) };
}
