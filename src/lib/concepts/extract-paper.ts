import type { Paper } from '#lib/domain/paper.ts';
import { paperText } from '#lib/domain/paper.ts';
import { acronyms, type AcronymPair } from './acronyms.ts';
import { candidates, isGeneric } from './candidates.ts';
import { canonicalForm } from './canonical-form.ts';
import { introduced, type Introduced } from './introduced.ts';

/** What one paper says, before the corpus is known. */
export interface PaperExtraction {
	paper: Paper['id'];
	pairs: AcronymPair[];
	introduced: Introduced[];
	/** Forms with how often they stand as a whole chunk and at all, and the surface first seen. */
	forms: { form: string; surface: string; maximal: number; count: number; first: number }[];
}

/** Reads one paper; pure, so that it can run in any worker and be cached by its text. */
export function extractPaper(paper: Paper): PaperExtraction {
	const text = paperText(paper);
	const forms = new Map<string, PaperExtraction['forms'][number]>();
	for (const { surface, maximal, start } of candidates(text)) {
		const form = canonicalForm(surface);
		if (form.length < 3 || isGeneric(form)) continue;
		const known = forms.get(form) ?? { form, surface, maximal: 0, count: 0, first: start };
		known.count += 1;
		known.maximal += maximal ? 1 : 0;
		forms.set(form, known);
	}
	return {
		paper: paper.id,
		pairs: acronyms(text),
		introduced: introduced(paper.title, paper.abstract),
		forms: [...forms.values()]
	};
}
