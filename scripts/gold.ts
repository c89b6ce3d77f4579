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

/** The papers of a set, null where its file is not there. */
export function goldPapers(folder: string, file: string): GoldPaper[] | null {
	const text = dataText(folder, file);
	return (
		text
			?.split('\n')
			.filter((line) => line.trim() !== '')
			.map((line) => {
				const { id, title, abstract, ...given } = recordSchema.parse(JSON.parse(line));
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
