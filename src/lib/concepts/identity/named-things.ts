import { namedSorts, type NamedSort } from '#lib/concepts/constants/named-sorts.ts';
import { kindOfKnown } from '#lib/concepts/kinds/kind-rules.ts';
import { background } from '#lib/concepts/words/background.ts';

const sorts = new Map(namedSorts.flatMap((sort) => sort.words.split(' ').map((word) => [word, sort])));

let phrases: ReadonlySet<string> | null = null;

/** Whether machine learning at large says a form, whoever brings it: `question answering`, `script`. */
function isCommon(form: string): boolean {
	phrases ??= new Set(background().forms);
	return form.includes(' ') ? phrases.has(form) : background().words.has(form);
}

/** Whether what stands before a sort's word is a name: one that a paper brings, that everybody knows, or that nobody does. */
function isName(name: string, { known, ofUnknown }: NamedSort, brought: ReadonlySet<string>): boolean {
	const isUnknown = /\p{L}/u.test(name) && !isCommon(name);
	// What is called by a word or phrase of everyday is not meant by every `script dataset`.
	if (brought.has(name)) return isUnknown;
	return kindOfKnown(name) === known || (ofUnknown && isUnknown && !name.includes(' '));
}

/**
 * The forms that say of a name what sort of thing it is, each with the name alone where that is a form as well: `reasonseg
 * benchmark` with `reasonseg`. `brought`: the names of what the papers bring.
 */
export function namedThings(forms: Iterable<string>, brought: ReadonlySet<string>): Map<string, string> {
	const known = new Set(forms);
	const found = new Map<string, string>();
	for (const form of known) {
		const at = form.lastIndexOf(' ');
		const sort = sorts.get(form.slice(at + 1));
		const name = form.slice(0, Math.max(0, at));
		if (sort && known.has(name) && isName(name, sort, brought)) found.set(form, name);
	}
	return found;
}
