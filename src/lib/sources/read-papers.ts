import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { SourceError } from '#lib/domain/errors.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { isDailyPapersPage, readDailyPapersPage } from './daily-papers-page.ts';
import { isJsonLines, readJsonLines } from './json-lines.ts';
import { mergeDuplicates, type Duplicate } from './merge-duplicates.ts';
import type { ReadOptions, Rejection, SourceContent } from './source-record.ts';

interface Format {
	name: string;
	recognises: (content: string) => boolean;
	read: (content: string, file: string, options: ReadOptions) => SourceContent;
}

/** Recognised by content, in this order. */
const formats: Format[] = [
	{ name: 'JSON Lines', recognises: isJsonLines, read: readJsonLines },
	{ name: 'the copied text of a Daily Papers page', recognises: isDailyPapersPage, read: readDailyPapersPage }
];

export interface ReadPapers {
	/** Sorted by id, duplicates merged. */
	papers: Paper[];
	rejected: Rejection[];
	duplicates: Duplicate[];
}

async function readContent(file: string): Promise<string> {
	try {
		return (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
	} catch (cause) {
		const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
		throw new SourceError(
			file,
			missing ? 'there is no such file' : 'the file cannot be read',
			'Give the path of a file of papers.',
			null,
			{ cause }
		);
	}
}

/**
 * Reads every file in the format that its content shows.
 * Throws SourceError for a file that is missing, empty, of no known format, or without one readable paper.
 */
export async function readPapers(files: string[], options: ReadOptions = {}): Promise<ReadPapers> {
	const papers: Paper[] = [];
	const rejected: Rejection[] = [];
	for (const path of files) {
		const content = await readContent(path);
		if (content.trim() === '')
			throw new SourceError(path, 'the file is empty', 'Give a file with papers in it.');
		const format = formats.find(({ recognises }) => recognises(content));
		if (!format) {
			const known = formats.map(({ name }) => name).join(', or ');
			throw new SourceError(path, 'this is no format that Throughline knows', `It reads ${known}.`);
		}
		const found = format.read(content, basename(path), options);
		papers.push(...found.papers);
		rejected.push(...found.rejected);
	}
	if (papers.length === 0) {
		const first = rejected[0];
		throw new SourceError(
			files.join(', '),
			`no readable paper${first ? `; the first record that was rejected: ${first.reason}` : ''}`,
			'A record needs at least a title and an abstract.',
			first?.record ?? null
		);
	}
	return { ...mergeDuplicates(papers), rejected };
}
