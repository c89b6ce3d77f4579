import { z } from 'zod';
import { paperText, type Paper } from '#lib/domain/paper.ts';
import { acronyms } from './acronyms.ts';
import { candidates, type Candidate } from './candidates.ts';
import { introduced } from './introduced.ts';
import { maskMarkup } from './mask-markup.ts';

/** What a text says of one phrase that may name a concept. Counts are of places. */
const formSchema = z.object({
	/** The canonical form. */
	form: z.string(),
	count: z.int(),
	/** Those at which it begins where its chunk begins, and ends where it ends; those where it is the whole chunk. */
	begins: z.int(),
	ends: z.int(),
	maximal: z.int(),
	/** Those in the title. */
	title: z.int(),
	/** Its first offset into title + "\n" + abstract. */
	first: z.int(),
	/** How it is written: 0 = lower case, 1 = capitalised inside a sentence, 2 = capitals or digits inside a word. */
	shape: z.int(),
	/** 1 where its first word qualifies: an adjective or a participle. */
	qualified: z.int()
});
export type FormInText = z.infer<typeof formSchema>;

/** What one text says, before the corpus is known. Plain data: it crosses threads and is kept in the cache. */
export const extractionSchema = z.object({
	/** UTF-16 code units of title + "\n" + abstract. */
	length: z.int(),
	pairs: z.array(z.object({ short: z.string(), long: z.string() })),
	introduced: z.array(z.object({ name: z.string(), rule: z.enum(['title', 'cue', 'long-form']) })),
	forms: z.array(formSchema)
});
export type TextExtraction = z.infer<typeof extractionSchema>;

export type Text = Pick<Paper, 'title' | 'abstract'>;

/** What one paper says: the extraction of its text. */
export interface PaperExtraction extends TextExtraction {
	paper: Paper['id'];
}

function shapeOf(surface: string, isFirst: boolean): number {
	if (/\p{Lu}\S*\p{Lu}|\p{Ll}\p{Lu}|\d/u.test(surface)) return 2;
	return !isFirst && /^\p{Lu}/u.test(surface) ? 1 : 0;
}

function note(forms: Map<string, FormInText>, text: string, title: number, candidate: Candidate): void {
	const { form, start, end, begins, ends, isQualified, isFirst } = candidate;
	const known = forms.get(form) ?? {
		form,
		count: 0,
		begins: 0,
		ends: 0,
		maximal: 0,
		title: 0,
		first: start,
		shape: 0,
		qualified: isQualified ? 1 : 0
	};
	known.count += 1;
	known.begins += begins ? 1 : 0;
	known.ends += ends ? 1 : 0;
	known.maximal += begins && ends ? 1 : 0;
	// Titles are often capitalised throughout: what they say of a word's case is not heard.
	if (end <= title) known.title += 1;
	else known.shape = Math.max(known.shape, shapeOf(text.slice(start, end), isFirst));
	forms.set(form, known);
}

/** Reads one text; pure, so that it can run in any worker and be cached by the text. */
export function extractText({ title, abstract }: Text): TextExtraction {
	const text = maskMarkup(paperText({ title, abstract }));
	const forms = new Map<string, FormInText>();
	for (const candidate of candidates(text)) note(forms, text, title.length, candidate);
	return {
		length: text.length,
		pairs: acronyms(text),
		introduced: introduced(title, abstract),
		forms: [...forms.values()]
	};
}

/** The same for many texts, in their order: what a worker thread is given at once. */
export function extractTexts(texts: Text[]): TextExtraction[] {
	return texts.map(extractText);
}
