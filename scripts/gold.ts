import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stemmer } from 'stemmer';
import { z } from 'zod';
import type { Paper } from '#lib/domain/paper.ts';

/** A paper with the phrases that people, or in one set a model, gave it. */
export interface GoldPaper extends Pick<Paper, 'title' | 'abstract'> {
	id: string;
	/** Keys of the phrases, see `matchKey`. Empty where the paper has none. */
	gold: Set<string>;
}

/** The key under which a phrase that was found equals a given one: lower case, hyphens as spaces, Porter's stems. */
export function matchKey(phrase: string): string {
	return phrase
		.toLowerCase()
		.replaceAll('-', ' ')
		.split(/\s+/)
		.filter((word) => word !== '')
		.map((word) => stemmer(word))
		.join(' ');
}

const recordSchema = z.looseObject({
	id: z.coerce.string(),
	title: z.string(),
	abstract: z.string(),
	keyphrases_uncontrolled: z.array(z.string()).optional(),
	keyphrases: z.array(z.string()).optional(),
	keywords: z.array(z.string()).optional(),
	ai_keywords: z.array(z.string()).nullish()
});

/** The text of a file of the evaluation data, null where it is not there. */
export function dataText(folder: string, file: string): string | null {
	try {
		return readFileSync(join(folder, file), 'utf8');
	} catch {
		return null;
	}
}

/**
 * The records of a JSON Lines file, one of each line that is not empty; null where the file is not there. Throws a
 * sentence that names the line where one is broken or does not fit, and where there is none.
 */
export function dataRecords<Item>(folder: string, file: string, schema: z.ZodType<Item>): Item[] | null {
	const text = dataText(folder, file);
	if (text === null) return null;
	const records = text.split('\n').flatMap((line, at) => {
		if (line.trim() === '') return [];
		const parsed = schema.safeParse(parseLine(line, at));
		if (parsed.success) return [parsed.data];
		const [issue] = parsed.error.issues;
		throw new Error(`line ${at + 1}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
	});
	if (records.length === 0) throw new Error('it holds no records');
	return records;
}

function parseLine(line: string, at: number): unknown {
	try {
		return JSON.parse(line);
	} catch (cause) {
		throw new Error(`line ${at + 1} is broken JSON`, { cause });
	}
}

/** The papers of a set; null and errors as of `dataRecords`. */
export function goldPapers(folder: string, file: string): GoldPaper[] | null {
	const records = dataRecords(folder, file, recordSchema);
	return (
		records?.map(({ id, title, abstract, ...given }) => {
			const phrases =
				given.keyphrases_uncontrolled ?? given.keyphrases ?? given.keywords ?? given.ai_keywords ?? [];
			return { id, title, abstract, gold: new Set(phrases.map(matchKey)) };
		}) ?? null
	);
}

/** Seven papers of ten, by a hash of the id, are there to fit on; the others to report on. */
export function isForFit({ id }: { id: string }): boolean {
	return createHash('sha256').update(id).digest().readUInt16BE(0) < 0.7 * 65_536;
}
