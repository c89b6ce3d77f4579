import { z } from 'zod';
import type { TextExtraction } from './extract-text.ts';
import type { Vocabulary } from '#lib/concepts/words/vocabulary.ts';

/** The numbers that are kept of a phrase, in their order. */
const columns = 9;

/** An extraction as a line of the cache holds it: the phrases' forms, and their numbers one after the other. */
const packedSchema = z.object({
	length: z.int(),
	pairs: z.array(z.object({ short: z.string(), long: z.string() })),
	introduced: z.array(z.object({ name: z.string(), rule: z.enum(['title', 'cue', 'long-form']) })),
	forms: z.array(z.string().min(1)),
	numbers: z.array(z.int().nonnegative())
});

export function packExtraction({ length, pairs, introduced, phrases }: TextExtraction): string {
	const forms = phrases.map(({ phrase }) => phrase.form);
	const numbers = phrases.flatMap(
		({ count, begins, ends, maximal, title, first, shape, isQualified, isGiven }) => [
			...[count, begins, ends, maximal, title, first, shape],
			isQualified ? 1 : 0,
			isGiven ? 1 : 0
		]
	);
	return JSON.stringify({ length, pairs, introduced, forms, numbers } satisfies z.infer<typeof packedSchema>);
}

/** The extraction that was packed; null where the text is no such thing, as at the end of a file cut short. */
export function unpackExtraction(packed: string, vocabulary: Vocabulary): TextExtraction | null {
	try {
		const { forms, numbers, ...definitions } = packedSchema.parse(JSON.parse(packed));
		if (numbers.length !== columns * forms.length) return null;
		const phrases = forms.map((form, row) => {
			const [
				count = 0,
				begins = 0,
				ends = 0,
				maximal = 0,
				title = 0,
				first = 0,
				shape = 0,
				isQualified = 0,
				isGiven = 0
			] = numbers.slice(columns * row, columns * (row + 1));
			const phrase = vocabulary.phrase(form);
			return {
				phrase,
				count,
				begins,
				ends,
				maximal,
				title,
				first,
				shape,
				isQualified: isQualified === 1,
				isGiven: isGiven === 1
			};
		});
		return { ...definitions, phrases };
	} catch {
		return null;
	}
}
