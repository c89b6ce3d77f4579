import { canonicalForm } from './canonical-form.ts';
import type { Span } from './sentences.ts';

/** The longest concept, in words, that is looked for. */
const longest = 8;

/** Words of one name are joined by spaces or a hyphen, nothing else. */
const joint = /^(?: +|[\u2010-\u2015-])$/;

/**
 * Every place in a text (without its markup, see `maskMarkup`) where one of the forms is written, in any spelling that folds to it. Words are
 * looked up in runs, so the time is linear in the text whatever the number of forms.
 */
export function evidence(text: string, forms: { has(form: string): boolean }): Map<string, Span[]> {
	const words = [...text.matchAll(/[\p{L}\p{N}+#][\p{L}\p{M}\p{N}+#\u00ad]*/gu)].map(
		({ 0: written, index }) => ({
			start: index,
			end: index + written.length,
			form: canonicalForm(written)
		})
	);
	const found = new Map<string, Span[]>();
	for (const [at, first] of words.entries()) {
		let form = '';
		for (let length = 0; length < longest; length += 1) {
			const word = words[at + length];
			if (!word) break;
			const before = words[at + length - 1];
			if (length > 0 && before && !joint.test(text.slice(before.end, word.start))) break;
			form = length === 0 ? word.form : `${form} ${word.form}`;
			if (!forms.has(form)) continue;
			const places = found.get(form) ?? [];
			places.push({ start: first.start, end: word.end });
			found.set(form, places);
		}
	}
	return found;
}
