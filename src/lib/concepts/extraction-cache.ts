import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import nlp from 'compromise/two';
import { z } from 'zod';
import { extractionSchema, type Text, type TextExtraction } from './extract-text.ts';

/** What has been extracted before, by the text and the extractor's version. Losing it costs time, nothing else. */
export interface ExtractionCache {
	/** The extractions of those of the texts that are known, by their place in the list. */
	known(texts: Text[]): Promise<Map<number, TextExtraction>>;
	/** Keeps extractions. A folder that cannot be written (a full disk) ends the keeping, not the extraction. */
	keep(texts: Text[], extractions: TextExtraction[]): Promise<void>;
}

const lineSchema = z.object({ key: z.string(), extraction: extractionSchema });

function keyOf({ title, abstract }: Text): string {
	return createHash('sha256').update(`${title}\n${abstract}`).digest('base64url').slice(0, 22);
}

/** The extractor's version: the hash of the sources of this folder, so that no change to a rule is ever forgotten. */
async function extractorVersion(): Promise<string> {
	const hash = createHash('sha256').update(nlp.version);
	const names = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.ts')).sort();
	for (const name of names) hash.update(await readFile(join(import.meta.dirname, name)));
	return hash.digest('hex').slice(0, 16);
}

function read(line: string): { key: string; extraction: TextExtraction } | null {
	try {
		return lineSchema.parse(JSON.parse(line));
	} catch {
		// The last line of a process that was killed while it wrote.
		return null;
	}
}

/**
 * Opens the cache in a folder: JSON Lines, one file for each version of the extractor, only ever appended to. A line
 * cut short by a killed process is passed over.
 */
export async function openExtractionCache(folder: string): Promise<ExtractionCache> {
	const file = join(folder, `${await extractorVersion()}.jsonl`);
	let isWritable = await mkdir(folder, { recursive: true }).then(
		() => true,
		() => false
	);
	return {
		async known(texts) {
			const places = new Map<string, number[]>();
			for (const [index, text] of texts.entries()) {
				const key = keyOf(text);
				places.set(key, [...(places.get(key) ?? []), index]);
			}
			const known = new Map<number, TextExtraction>();
			const stream = createReadStream(file, 'utf8');
			try {
				for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
					// The key stands first in a line: those of other texts need not be parsed.
					const wanted = places.get(line.slice(8, 30));
					const found = wanted ? read(line) : null;
					if (found) for (const index of wanted ?? []) known.set(index, found.extraction);
				}
			} catch {
				// There is no file yet, or it cannot be read: then nothing is known.
			}
			return known;
		},
		async keep(texts, extractions) {
			if (!isWritable) return;
			const lines = texts.flatMap((text, index) => {
				const extraction = extractions[index];
				return extraction ? [`${JSON.stringify({ key: keyOf(text), extraction })}\n`] : [];
			});
			// A line feed first: the line before may have been cut short.
			isWritable = await appendFile(file, `\n${lines.join('')}`).then(
				() => true,
				() => false
			);
		}
	};
}
