import { z } from 'zod';
import { paperSummarySchema, type Evidence } from '#lib/domain/answers.ts';
import { evidenceSentence } from '#lib/domain/evidence-sentence.ts';
import { joiningSentence } from '#lib/domain/joining-sentence.ts';
import { placesFrom, type StoredPlaces, type TextPlace } from '#lib/domain/places.ts';
import { paperText } from '#lib/domain/paper.ts';

/** What a question returns of mentions in one paper, in any order, so that a sentence can be cut from its text. */
export const evidenceRowSchema = z.object({
	paper: paperSummarySchema,
	abstract: z.string(),
	starts: z.array(z.int()),
	ends: z.array(z.int())
});

/** The places in the order of the text; of one inside another the longer. */
function placesOf(stored: StoredPlaces): TextPlace[] {
	return placesFrom(stored)
		.sort((a, b) => a[0] - b[0] || b[1] - a[1])
		.filter(([, end], index, all) => !all.slice(0, index).some(([, before]) => before >= end));
}

/** The sentence in which a paper speaks of a concept; with `other` the one that speaks of both, else one of each. */
export function evidenceOf(row: z.infer<typeof evidenceRowSchema>, other?: StoredPlaces): Evidence {
	const { paper, abstract } = row;
	const text = paperText({ title: paper.title, abstract });
	if (!other) return { paper, ...evidenceSentence(text, placesOf(row)) };
	const { sentence, marks } = joiningSentence(text, placesOf(row), placesOf(other));
	return { paper, sentence, marks, more: 0 };
}
