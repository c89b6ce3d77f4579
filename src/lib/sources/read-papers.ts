import { SourceError } from '#lib/domain/errors.ts';
import { counted as countedText } from '#lib/domain/counted.ts';
import type { SourceFacts } from '#lib/domain/history/source-facts.ts';
import type { ToldMarks } from '#lib/domain/mark-keywords.ts';
import { netAddressOf } from '#lib/domain/net-sources.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { isBlank } from './fields/clean-text.ts';
import { formatNames, formats } from './formats.ts';
import { encodingOf } from './input/decoded-text.ts';
import { headBytes, reportedAtMost } from './input/input-limits.ts';
import { openInputs, standardInputFile, standardInputName, type Input } from './input/open-input.ts';
import { SourceCount } from './input/source-count.ts';
import { UnreadableRestError } from './input/unreadable-rest.ts';
import { OwnCitations, withOwnCites } from './identity/own-citations.ts';
import { mergeDuplicates, type Duplicate } from './merge-duplicates.ts';
import type {
	Columns,
	Finding,
	Format,
	Note,
	Omission,
	ReadOptions,
	Rejection,
	Source
} from './source-record.ts';

/** A paper as it was read, with what its record tells of a library. */
export interface MarkedPaper {
	paper: Paper;
	marks: ToldMarks;
}

export interface ReadPapers {
	/** Sorted by id, duplicates merged. */
	papers: Paper[];
	/** The first 10,000 records that cannot be read, and how many there are. */
	rejected: Rejection[];
	rejectedCount: number;
	/** The first 10,000 fields that were left out or cut, and how many there are. */
	omitted: Omission[];
	omittedCount: number;
	/** The papers whose records tell of someone's library, as they were read. */
	marked: MarkedPaper[];
	/** What is said of a whole file: which of its columns were taken for what. */
	notes: Note[];
	duplicates: Duplicate[];
	/** How many of the papers have a title alone. */
	withoutAbstract: number;
	/** What was read, in the order in which it was: every file of a folder or an archive by itself. */
	sources: SourceFacts[];
}

type Found = Omit<ReadPapers, 'duplicates' | 'withoutAbstract' | 'sources'> & {
	/** Which records cite which of their own files. */
	cited: Map<Paper, Paper[]>;
};

function reject(found: Found, rejection: Rejection): void {
	found.rejectedCount += 1;
	if (found.rejected.length < reportedAtMost) found.rejected.push(rejection);
}

/** The format of an input, or why it has none. */
function formatOf({ head, page }: Input, columns: Columns): Format | string {
	const text = new TextDecoder(encodingOf(head)).decode(head);
	if (isBlank(text)) return 'the file is empty';
	const possible = page ? formats.filter(({ name }) => name === page.format) : formats;
	// What an interface answers is in its format, if its beginning shows that or not.
	return (
		possible.find(({ recognises }) => recognises(text, columns)) ??
		(page ? possible.at(-1) : undefined) ??
		'this is no format that Throughline knows'
	);
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

/** What is found in a page of an answer: its records are counted from the beginning of the whole answer. */
function counted(finding: Finding, before: number): Finding {
	const moved = <Told extends { record: number | null }>(told: Told): Told => ({
		...told,
		record: told.record === null ? null : told.record + before
	});
	if ('rejected' in finding) return { rejected: moved(finding.rejected) };
	return 'paper' in finding ? { ...finding, omitted: finding.omitted.map(moved) } : finding;
}

function tell(found: Found, file: string, note: string | null): void {
	if (note !== null && found.notes.length < reportedAtMost) found.notes.push({ file, note });
}

/** Says of a file that marks of a library are in it: they are nothing that a graph holds. */
function tellMarked(found: Found, file: string, count: number): void {
	if (count === 0) return;
	const note = `marks of a library (to read, read, a star, a note) are with ${countedText(count, 'record')}; they come in with --library NAME, and are no keywords`;
	tell(found, file, note);
}

/** Adds what a reader finds in one input. What cannot be read of its end is rejected, what came before is kept. */
async function readInto(
	found: Found,
	count: SourceCount,
	format: Format,
	input: Input,
	source: Source
): Promise<void> {
	const had = {
		papers: found.papers.length,
		rejected: found.rejectedCount,
		marked: found.marked.length
	};
	const before = had.papers + had.rejected;
	const citations = new OwnCitations();
	const { page } = input;
	try {
		for await (const read of format.read(count.passing(input.bytes), source)) {
			if (page && found.papers.length + found.rejectedCount - before >= page.wanted) break;
			const finding = page ? counted(read, page.before) : read;
			if ('rejected' in finding) reject(found, finding.rejected);
			else if ('noted' in finding) {
				tell(found, finding.noted.file, finding.noted.note);
			} else {
				found.papers.push(finding.paper);
				citations.add(finding);
				if (finding.marks) found.marked.push({ paper: finding.paper, marks: finding.marks });
				found.omittedCount += finding.omitted.length;
				for (const omission of finding.omitted)
					if (found.omitted.length < reportedAtMost) found.omitted.push(omission);
			}
		}
	} catch (error) {
		const reason = whyUnread(error);
		if (reason === null) throw error;
		reject(found, { file: source.file, record: null, reason });
	}
	if (found.papers.length + found.rejectedCount === before)
		reject(found, { file: source.file, record: null, reason: 'there is no record of a paper in it' });
	tell(found, source.file, citations.resolve(found.cited));
	tellMarked(found, source.file, found.marked.length - had.marked);
	count.papers += found.papers.length - had.papers;
	count.rejected += found.rejectedCount - had.rejected;
}

/** Why a file of a folder or an archive is passed over: it holds no papers, or it cannot be opened. */
async function whyPassedOver({ head, bytes }: Input, reason: string): Promise<string> {
	try {
		// Of a file that is cut short the beginning is all that there is; a long one is not read for nothing.
		for await (const chunk of bytes) if (head.length === headBytes && chunk.length > 0) break;
		return reason;
	} catch (error) {
		return whyUnread(error) ?? reason;
	}
}

/** The count of a source: pages of one answer, and files of one name, are one source of what lies at a path. */
function countOf(counts: Map<string, SourceCount>, name: string, format: string): SourceCount {
	const key = `${format}\n${name}`;
	const count = counts.get(key) ?? new SourceCount(name, format);
	counts.set(key, count);
	return count;
}

/** Reads all that one path names into `found`; answers what the first of its formats expects, and what was read. */
async function readPath(
	found: Found,
	path: string,
	options: ReadOptions
): Promise<{ expects: string; sources: SourceFacts[] }> {
	const { year = null, columns = {}, now = new Date(), standardInput = () => process.stdin, net } = options;
	const address = net ? netAddressOf(path) : null;
	let expects = '';
	let inputs = 0;
	const counts = new Map<string, SourceCount>();
	try {
		const opened = net && address ? net(address, headBytes) : openInputs(path, standardInput, headBytes);
		for await (const input of opened) {
			inputs += 1;
			const source = { file: input.name, year, lastYear: now.getUTCFullYear() + 1, columns };
			const format = formatOf(input, columns);
			if (typeof format !== 'string') {
				await readInto(found, countOf(counts, input.name, format.name), format, input, source);
				expects ||= format.expects;
			} else if (input.isOneOfMany)
				reject(found, { file: input.name, record: null, reason: await whyPassedOver(input, format) });
			else
				throw new SourceError(
					shown(path),
					format,
					isBlank(new TextDecoder().decode(input.head))
						? 'Give a file with papers in it.'
						: `It reads ${formatNames.join('; ')}.`
				);
		}
	} catch (error) {
		// An archive that is damaged behind its first files.
		if (inputs === 0 || !(error instanceof SourceError && error.cause instanceof UnreadableRestError))
			throw error;
		reject(found, { file: shown(path), record: null, reason: error.cause.message });
	}
	if (inputs === 0)
		throw new SourceError(shown(path), 'there is no file in it', 'Give a file with papers in it.');
	return { expects, sources: [...counts.values()].map((count) => count.told()) };
}

/**
 * Reads every file in the format that its content shows; `-` is standard input, a folder or a zip archive is the files
 * in it. Throws SourceError for a file that is missing, empty, of no known format, or without one readable paper.
 */
export async function readPapers(files: string[], options: ReadOptions = {}): Promise<ReadPapers> {
	const found: Found = {
		papers: [],
		rejected: [],
		rejectedCount: 0,
		omitted: [],
		omittedCount: 0,
		marked: [],
		cited: new Map(),
		notes: []
	};
	let advice = '';
	const all: SourceFacts[] = [];
	for (const path of files) {
		const { expects, sources } = await readPath(found, path, options);
		advice ||= expects;
		for (const source of sources) all.push(source);
	}
	const [first] = found.rejected;
	if (found.papers.length === 0)
		throw new SourceError(
			files.map(shown).join(', '),
			`no readable paper; the first record that was rejected: ${first?.reason ?? ''}`,
			advice || `It reads ${formatNames.join('; ')}.`,
			first?.record ?? null
		);
	const { papers: merged, duplicates, keptAs } = mergeDuplicates(found.papers);
	const { cited, ...rest } = found;
	const papers = withOwnCites(merged, keptAs, cited);
	const withoutAbstract = papers.filter(({ abstract }) => abstract === '').length;
	return { ...rest, papers, duplicates, withoutAbstract, sources: all };
}
