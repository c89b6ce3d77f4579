import { stateOfTheArt } from '#lib/concepts/constants/state-of-the-art.ts';
import { singular } from './singular.ts';
import { emptyHeads, evaluative, genericHeads, letters, matters, neverHeads, verbs } from './lexicon.ts';

/** True where a phrase opens with what is said of anything: `real world data`, `state of the art model`. */
function opensInNothing(form: string): boolean {
	return ['real', ...stateOfTheArt.forms].some((opening) => form.startsWith(`${opening} `));
}

/** True for `state of the art` and `SOTA`, in canonical spelling. */
export function isStateOfTheArt(form: string): boolean {
	return stateOfTheArt.forms.some((each) => each === form);
}

/** True for a phrase whose last word names nothing and whose other words do not help. */
export function isGeneric(form: string): boolean {
	if (opensInNothing(form)) return true;
	const parts = form.split(' ');
	const isEmpty = (part: string) => genericHeads.has(part) || evaluative.has(part) || verbs.has(part);
	return parts.every(isEmpty) && !(parts.length > 1 && parts.some((part) => matters.has(part)));
}

/** True where a phrase's form alone says that it names nothing: an empty head, a word that judges in front, `task`. */
export function namesNothing(form: string): boolean {
	// `7b` is a size.
	if (/^\d+(\.\d+)?[bkm]( model)?$/.test(form)) return true;
	const words = form.split(' ');
	const [first = ''] = words;
	const head = words.at(-1) ?? '';
	if (words.length > 1) return emptyHeads.has(head) || evaluative.has(first);
	return [head, singular(head)].some(
		(word) => genericHeads.has(word) || matters.has(word) || letters.has(word)
	);
}

/** True for a phrase whose head names nothing whatever stands before it: `ablation study`, `reasoning ability`. */
export function endsInNothing(form: string): boolean {
	return neverHeads.has(form.slice(form.lastIndexOf(' ') + 1)) || opensInNothing(form);
}
