import type { Broader, Concept } from '#lib/domain/graph.ts';
import { topicNames } from '#lib/graph/constants/topic-names.ts';

type Named = Pick<Concept, 'id' | 'name' | 'label' | 'aliases'>;

/** The words of a name in one form: without case, hyphens and the s of a plural. */
function wordsOf(name: string): string[] {
	return name
		.toLowerCase()
		.split(/[\s\-–/]+/u)
		.filter((word) => word !== '')
		.map((word) => (word.length > 3 ? word.replace(/(?<=[^su])s$/u, '') : word));
}

function initialsOf(words: string[]): string {
	return words.map((word) => word.charAt(0)).join('');
}

/** Words that say the same: one, or those that begin with as many letters alike: `tokenizer`, `tokenization`. */
function isAlike(word: string, other: string): boolean {
	const { sharedStart } = topicNames;
	return (
		word === other ||
		(Math.min(word.length, other.length) >= sharedStart &&
			word.slice(0, sharedStart) === other.slice(0, sharedStart))
	);
}

/** All words of the shorter name stand in the longer one: `reward model` and `process reward model`. */
function isPartOf(a: string[], b: string[]): boolean {
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	return short.length > 0 && short.every((word) => long.some((other) => isAlike(word, other)));
}

/**
 * Whether two concepts say one thing twice, where they stand side by side in a name: one is broader, an acronym of the
 * other, written alike, or a part of the other.
 */
export function createSameness(broader: readonly Broader[]): (a: Named, b: Named) => boolean {
	const related = new Set(
		broader.flatMap((each) => [`${each.narrower} ${each.broader}`, `${each.broader} ${each.narrower}`])
	);
	return (a, b) => {
		if (related.has(`${a.id} ${b.id}`)) return true;
		const forms = ({ name, label, aliases }: Named) =>
			new Set([name, label, ...aliases].map((form) => wordsOf(form).join(' ')));
		const [ofA, ofB] = [forms(a), forms(b)];
		if ([...ofA].some((form) => ofB.has(form))) return true;
		const [wordsA, wordsB] = [wordsOf(a.name), wordsOf(b.name)];
		const isShortFor = (short: Named, words: string[]) =>
			words.length > 1 &&
			[short.label, short.name].some(
				(each) => each.toLowerCase().replaceAll(/[^\p{L}]/gu, '') === initialsOf(words)
			);
		if (isShortFor(a, wordsB) || isShortFor(b, wordsA)) return true;
		if (isPartOf(wordsA, wordsB)) return true;
		return [a, b].some((one) => isPartOf(wordsOf(one.label), wordsOf((one === a ? b : a).label)));
	};
}
