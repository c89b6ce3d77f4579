import { z } from 'zod';
import { paperText, type Paper } from '#lib/domain/paper.ts';
import { acronyms } from './acronyms.ts';
import { candidates, isGeneric } from './candidates.ts';
import { canonicalForm } from './canonical-form.ts';
import { introduced } from './introduced.ts';

/** What one text says, before the corpus is known. Plain data: it crosses threads and is kept in the cache. */
export const extractionSchema = z.object({
	pairs: z.array(z.object({ short: z.string(), long: z.string() })),
	introduced: z.array(z.object({ name: z.string(), rule: z.enum(['title', 'cue', 'long-form']) })),
	/** Each form: how often it stands as a whole chunk and at all, and its first offset into title + "\n" + abstract. */
	forms: z.array(z.object({ form: z.string(), maximal: z.int(), count: z.int(), first: z.int() }))
});
export type TextExtraction = z.infer<typeof extractionSchema>;

export type Text = Pick<Paper, 'title' | 'abstract'>;

/** What one paper says: the extraction of its text. */
export interface PaperExtraction extends TextExtraction {
	paper: Paper['id'];
}

/** Reads one text; pure, so that it can run in any worker and be cached by the text. */
export function extractText({ title, abstract }: Text): TextExtraction {
	const text = paperText({ title, abstract });
	const forms = new Map<string, TextExtraction['forms'][number]>();
	for (const { surface, maximal, start } of candidates(text)) {
		const form = canonicalForm(surface);
		if (form.length < 3 || isGeneric(form)) continue;
		const known = forms.get(form) ?? { form, maximal: 0, count: 0, first: start };
		known.count += 1;
		known.maximal += maximal ? 1 : 0;
		forms.set(form, known);
	}
	return { pairs: acronyms(text), introduced: introduced(title, abstract), forms: [...forms.values()] };
}

/** The same for many texts, in their order: what a worker thread is given at once. */
export function extractTexts(texts: Text[]): TextExtraction[] {
	return texts.map(extractText);
}
