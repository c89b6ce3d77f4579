import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { keptFor } from './constants/net-limits.ts';

const noteSchema = z.object({
	/** SHA-256 of the file, in hexadecimal digits. */
	sum: z.string(),
	bytes: z.int().nonnegative(),
	total: z.int().nonnegative(),
	records: z.int().nonnegative(),
	cursor: z.string().nullable()
});

/** What is kept of a page beside its bytes. */
export type PageNote = z.infer<typeof noteSchema>;

/** The pages of one walk that are on the disk. */
export interface FetchedPages {
	/** The file of a page, to be written before `keep`. */
	draft: (page: number) => Promise<string>;
	/** Keeps what was written, with what it tells; answers its file. */
	keep: (page: number, told: Omit<PageNote, 'sum' | 'bytes'>) => Promise<string>;
	/** A page that is there as it was written, or null. */
	kept: (page: number) => Promise<{ note: PageNote; file: string } | null>;
	/** When its first page came; null where there is none. */
	began: () => Promise<Date | null>;
	/** Forgets all of it. */
	remove: () => Promise<void>;
}

async function sumOf(file: string): Promise<{ sum: string; bytes: number }> {
	const hash = createHash('sha256');
	let bytes = 0;
	for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
		hash.update(chunk);
		bytes += chunk.length;
	}
	return { sum: hash.digest('hex'), bytes };
}

async function ageOf(folder: string, now: number): Promise<number | null> {
	try {
		return now - (await stat(join(folder, 'began'))).mtimeMs;
	} catch {
		return null;
	}
}

/** Takes away what is older than it may be used. */
async function sweep(cache: string, now: number): Promise<void> {
	for (const name of await readdir(cache)) {
		const age = await ageOf(join(cache, name), now);
		if (age !== null && age > keptFor) await rm(join(cache, name), { recursive: true, force: true });
	}
}

/**
 * Opens the pages of a walk in the cache: those that came within a day are used again, each if its checksum is right. `walk`: all that the answers depend on.
 */
export async function openFetchedPages(
	cache: string,
	walk: unknown[],
	now: () => number = Date.now
): Promise<FetchedPages> {
	const folder = join(cache, createHash('sha256').update(JSON.stringify(walk)).digest('hex').slice(0, 32));
	await mkdir(cache, { recursive: true, mode: 0o700 });
	await sweep(cache, now());
	const fileOf = (page: number) => join(folder, `${page}.page`);
	const noteOf = (page: number) => join(folder, `${page}.json`);
	// Two commands at once write each its own.
	const draftOf = (page: number) => join(folder, `${page}.${process.pid}.part`);
	return {
		async draft(page) {
			await mkdir(folder, { recursive: true, mode: 0o700 });
			return draftOf(page);
		},
		async keep(page, told) {
			const note: PageNote = { ...told, ...(await sumOf(draftOf(page))) };
			if (page === 0) await writeFile(join(folder, 'began'), '');
			await rename(draftOf(page), fileOf(page));
			await writeFile(`${noteOf(page)}.part`, JSON.stringify(note));
			await rename(`${noteOf(page)}.part`, noteOf(page));
			return fileOf(page);
		},
		async kept(page) {
			try {
				const note = noteSchema.parse(JSON.parse(await readFile(noteOf(page), 'utf8')));
				const { sum, bytes } = await sumOf(fileOf(page));
				return sum === note.sum && bytes === note.bytes ? { note, file: fileOf(page) } : null;
			} catch {
				return null;
			}
		},
		async began() {
			const age = await ageOf(folder, now());
			return age === null ? null : new Date(now() - age);
		},
		remove: () => rm(folder, { recursive: true, force: true })
	};
}
