import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import nlp from 'compromise/two';
import type { Text } from './extract-text.ts';

/** What has been extracted before, by the text and the extractor's version. Losing it costs time, nothing else. */
export interface ExtractionCache {
	/** The packed extractions of those of the texts that are known, by their place in the list. */
	known(texts: Text[]): Promise<Map<number, string>>;
	/** Keeps the packed extractions of texts, but for those that are null. A folder that cannot be written (a full disk) ends the keeping, not the extraction. */
	keep(texts: Text[], packed: (string | null)[]): Promise<void>;
}

const keyLength = 22;

function keyOf({ title, abstract }: Text): string {
	return createHash('sha256').update(`${title}\n${abstract}`).digest('base64url').slice(0, keyLength);
}

/** The extractor's version: the hash of this folder's sources and constants, so that no change to a rule is ever forgotten. */
async function extractorVersion(): Promise<string> {
	const hash = createHash('sha256').update(nlp.version);
	const entries = await readdir(join(import.meta.dirname, '..'), { recursive: true, withFileTypes: true });
	const files = entries
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name));
	for (const file of files.sort()) hash.update(await readFile(file));
	return hash.digest('hex').slice(0, 16);
}

/**
 * Opens the cache in a folder: one file for each version of the extractor, only ever appended to, in each line a key
 * and a packed extraction. A line that was cut short by a killed process is of no use and does no harm.
 */
export async function openExtractionCache(folder: string): Promise<ExtractionCache> {
	const file = join(folder, `${await extractorVersion()}.txt`);
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
			const known = new Map<number, string>();
			const stream = createReadStream(file, 'utf8');
			try {
				for await (const line of createInterface({ input: stream, crlfDelay: Infinity }))
					for (const index of places.get(line.slice(0, keyLength)) ?? [])
						known.set(index, line.slice(keyLength + 1));
			} catch {
				// There is no file yet, or it cannot be read: then nothing is known.
			}
			return known;
		},
		async keep(texts, packed) {
			const lines = texts.flatMap((text, index) => {
				const extraction = packed[index];
				return extraction == null ? [] : [`${keyOf(text)} ${extraction}\n`];
			});
			if (!isWritable || lines.length === 0) return;
			// A line feed first: the line before may have been cut short.
			isWritable = await appendFile(file, `\n${lines.join('')}`).then(
				() => true,
				() => false
			);
		}
	};
}
