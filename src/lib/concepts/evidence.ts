import { foldWord } from './canonical-form.ts';
import type { Span } from './sentences.ts';

/** Forms by their words: each step leads to the words that may follow. */
interface Step {
	/** The form that ends here. */
	form: string | null;
	next: Map<string, Step>;
}

/** Forms made ready to be looked for in many texts. */
export type Wanted = Step;

export function wantedForms(forms: Iterable<string>): Wanted {
	const root: Step = { form: null, next: new Map() };
	for (const form of forms) {
		let step = root;
		for (const word of form.split(' ')) {
			let next = step.next.get(word);
			if (!next) step.next.set(word, (next = { form: null, next: new Map() }));
			step = next;
		}
		step.form = form;
	}
	return root;
}

/** Words of one name are joined by spaces or a hyphen, nothing else. */
const joint = /^(?: +|[\u2010-\u2015-])$/;

/**
 * Every place in a text (without its markup, see `maskMarkup`) where one of the forms is written, in any spelling that
 * folds to it. Words are followed step by step, so the time is linear in the text whatever the number of forms.
 */
export function evidence(text: string, wanted: Wanted): Map<string, Span[]> {
	const words: (Span & { form: string })[] = [];
	for (const { 0: written, index } of text.matchAll(/[\p{L}\p{N}+#][\p{L}\p{M}\p{N}+#\u00ad]*/gu))
		words.push({ start: index, end: index + written.length, form: foldWord(written) });
	const found = new Map<string, Span[]>();
	for (const [at, first] of words.entries()) {
		let step = wanted.next.get(first.form);
		let last = first;
		for (let index = at + 1; step; index += 1) {
			if (step.form !== null) {
				const places = found.get(step.form);
				const place = { start: first.start, end: last.end };
				if (places) places.push(place);
				else found.set(step.form, [place]);
			}
			const word = words[index];
			if (!word || step.next.size === 0) break;
			step = step.next.get(word.form);
			if (step && !joint.test(text.slice(last.end, word.start))) break;
			last = word;
		}
	}
	return found;
}
