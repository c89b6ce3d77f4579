import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
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
const sumLength = 11;
/** The longest line, in bytes: the extraction of the longest abstract has 200 KB. */
const longestLine = 4 * 2 ** 20;

function hashOf(text: string, length: number): string {
	return createHash('sha256').update(text).digest('base64url').slice(0, length);
}

function keyOf({ title, abstract, keywords = [] }: Text): string {
	return hashOf([title, abstract, ...keywords].join('\n'), keyLength);
}

/** A line of the cache: the text's key, a checksum over the key and the rest, and the packed extraction. */
function lineOf(key: string, packed: string): string {
	return `${key} ${hashOf(`${key} ${packed}`, sumLength)} ${packed}`;
}

/** The packed extraction of a line that is as it was written; null for any other. */
function packedOf(line: string): string | null {
	const packed = line.slice(keyLength + sumLength + 2);
	return lineOf(line.slice(0, keyLength), packed) === line ? packed : null;
}

/** What extraction is made of: its own folder, and the domain, which folds letters and limits words. */
const folders = ['..', '../../domain'].map((folder) => join(import.meta.dirname, folder));

/** The extractor's version: the hash of its sources and constants, so that no change to a rule is ever forgotten. */
async function extractorVersion(): Promise<string> {
	const hash = createHash('sha256').update(nlp.version);
	const entries = await Promise.all(
		folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true }))
	);
	const files = entries
		.flat()
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name));
	for (const file of files.sort()) hash.update(await readFile(file));
	return hash.digest('hex').slice(0, 16);
}

/** The lines of a file that are not too long for one, whatever is in it. */
async function* linesIn(file: string): AsyncGenerator<string> {
	let rest: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
		let from = 0;
		for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
			size += end - from;
			if (size <= longestLine) yield Buffer.concat([...rest, chunk.subarray(from, end)]).toString('utf8');
			[rest, size, from] = [[], 0, end + 1];
		}
		size += chunk.length - from;
		rest = size <= longestLine ? [...rest, chunk.subarray(from)] : [];
	}
}

function why(cause: unknown): string {
	const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
	return code === 'ENOSPC' ? 'the disk is full' : code === '' ? String(cause) : code;
}

/**
 * Opens the cache in a folder: one file for each version of the extractor, only ever appended to. A line that was cut
 * short by a killed process or damaged by anything else is of no use and does no harm: its text is read again. `tell`
 * is told, once, where the folder cannot be written.
 */
export async function openExtractionCache(
	folder: string,
	tell: (sentence: string) => void = () => undefined
): Promise<ExtractionCache> {
	const file = join(folder, `${await extractorVersion()}.txt`);
	let failure: unknown = null;
	const writing = async (work: () => Promise<unknown>) => {
		if (failure !== null) return;
		try {
			await work();
		} catch (cause) {
			// Several batches may fail at once.
			failure ??= cause;
			if (failure === cause)
				tell(
					`What is found in the texts is not remembered: the cache in ${folder} cannot be written (${why(cause)}).`
				);
		}
	};
	await writing(() => mkdir(folder, { recursive: true }));
	return {
		async known(texts) {
			const places = new Map<string, number[]>();
			for (const [index, text] of texts.entries()) {
				const key = keyOf(text);
				const same = places.get(key);
				if (same) same.push(index);
				else places.set(key, [index]);
			}
			const known = new Map<number, string>();
			try {
				for await (const line of linesIn(file)) {
					const asked = places.get(line.slice(0, keyLength));
					const packed = asked ? packedOf(line) : null;
					if (packed !== null) for (const index of asked ?? []) known.set(index, packed);
				}
			} catch {
				// There is no file yet, or it cannot be read: then nothing more is known.
			}
			return known;
		},
		async keep(texts, packed) {
			const lines = texts.flatMap((text, index) => {
				const extraction = packed[index];
				return extraction == null ? [] : [`${lineOf(keyOf(text), extraction)}\n`];
			});
			// A line feed first: the line before may have been cut short.
			if (lines.length > 0) await writing(() => appendFile(file, `\n${lines.join('')}`));
		}
	};
}
