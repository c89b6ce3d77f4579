import { foldWord } from '#lib/concepts/words/canonical-form.ts';
import { isCapital } from '#lib/concepts/words/is-capital.ts';
import type { Span } from '#lib/domain/sentences.ts';

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

/** The words of `tagWords`, but divided at hyphens: a name may be written with them or without. */
const wordPattern = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}+#.&@'\u2019\u00ad]*[\p{L}\p{M}\p{N}+#])?/gu;

/**
 * Words of one name are joined by blanks, by a hyphen, after which a line may have been broken, or by another sign that
 * holds a word together. Never across the line feed behind the title.
 */
const joint = /^(?:[^\S\n]+|[\u2010-\u2013-][^\S\n]?\u00ad?|[/^_])$/;

const hyphen = /^[\u2010-\u2013-]\u00ad?$/;

interface WrittenWord extends Span {
	form: string;
	/** What stands before it is a hyphen that joins it to a word. */
	isInside: boolean;
}

function wordsOf(text: string): WrittenWord[] {
	const words: WrittenWord[] = [];
	let before = -1;
	wordPattern.lastIndex = 0;
	for (let match = wordPattern.exec(text); match; match = wordPattern.exec(text)) {
		const [written] = match;
		const start = match.index;
		const isInside = before >= 0 && start - before < 3 && hyphen.test(text.slice(before, start));
		before = start + written.length;
		words.push({ start, end: before, form: foldWord(written), isInside });
	}
	return words;
}

/** Whether a hyphened name goes on behind a word: `DeepSeek-R1`, `Llama-3`; not `GRPO-based`, `Rationale-Aware`. */
function nameGoesOn(text: string, word: WrittenWord, next: WrittenWord | undefined): boolean {
	if (!next?.isInside) return false;
	const part = text.slice(next.start, next.end);
	return (
		/^\p{N}|^\p{Lu}.*[\p{Lu}\p{N}]/u.test(part) ||
		(/^\p{Lu}/u.test(part) && isCapital(text.slice(word.start, word.end)))
	);
}

/** An acronym inside a hyphened name is spoken of by itself: `Trust-GRPO`. Not a few letters: `Qwen2.5-VL`. */
function standsAlone(text: string, { start, end }: Span): boolean {
	return /^\p{Lu}{3,}s?$/u.test(text.slice(start, end));
}

/**
 * Every place in a text (without its markup, see `maskMarkup`) where one of the forms is written, in any spelling that
 * folds to it. A name of several words does not begin inside a hyphened word (`multi-agent framework` is no `agent framework`), nor end
 * where a hyphened name goes on. Words are followed step by step, so the time is linear in the text whatever the number
 * of forms.
 */
export function evidence(text: string, wanted: Wanted): Map<string, Span[]> {
	const words = wordsOf(text);
	const found = new Map<string, Span[]>();
	for (const [at, first] of words.entries()) {
		if (first.isInside && !standsAlone(text, first)) continue;
		let step = wanted.next.get(first.form);
		let last = first;
		for (let index = at + 1; step; index += 1) {
			const word = words[index];
			if (step.form !== null && !nameGoesOn(text, last, word)) {
				const places = found.get(step.form);
				const place = { start: first.start, end: last.end };
				if (places) places.push(place);
				else found.set(step.form, [place]);
			}
			if (!word || step.next.size === 0 || first.isInside) break;
			step = step.next.get(word.form);
			if (step && !joint.test(text.slice(last.end, word.start))) break;
			last = word;
		}
	}
	return found;
}
