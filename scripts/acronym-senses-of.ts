import { acronyms } from '#lib/concepts/text/acronyms.ts';
import { prose } from '#lib/concepts/text/prose.ts';
import type { AcronymSenses } from '#lib/concepts/words/acronym-senses.ts';
import { canonicalForm } from '#lib/concepts/words/canonical-form.ts';

/** Counts what texts define, each short form with each of its long forms. */
export function acronymSensesOf(texts: string[]): AcronymSenses {
	const senses: AcronymSenses = new Map();
	for (const text of texts) {
		for (const pair of acronyms(prose(text).text)) {
			const [short, long] = [canonicalForm(pair.short), canonicalForm(pair.long)];
			if (short === '' || long === '') continue;
			const known = senses.get(short) ?? new Map<string, number>();
			senses.set(short, known.set(long, (known.get(long) ?? 0) + 1));
		}
	}
	return senses;
}
