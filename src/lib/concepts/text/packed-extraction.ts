import { z } from 'zod';
import { numbersOf, phraseNumbers, phraseOf } from './compact-phrases.ts';
import type { TextExtraction } from './extract-text.ts';
import type { Vocabulary } from '#lib/concepts/words/vocabulary.ts';

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
	const numbers = phrases.flatMap(numbersOf);
	return JSON.stringify({ length, pairs, introduced, forms, numbers } satisfies z.infer<typeof packedSchema>);
}

/** The extraction that was packed; null where the text is no such thing, as at the end of a file cut short. */
export function unpackExtraction(packed: string, vocabulary: Vocabulary): TextExtraction | null {
	try {
		const { forms, numbers, ...definitions } = packedSchema.parse(JSON.parse(packed));
		if (numbers.length !== phraseNumbers * forms.length) return null;
		const phrases = forms.map((form, row) => phraseOf(vocabulary.phrase(form), numbers, phraseNumbers * row));
		return { ...definitions, phrases };
	} catch {
		return null;
	}
}
