import { callings, namedAmong } from '#lib/concepts/constants/kind-callings.ts';
import { decidingHeads, likelyHeads, type HeadGroup } from '#lib/concepts/constants/kind-heads.ts';
import { knownNames, nameEndings } from '#lib/concepts/constants/kind-names.ts';
import { isCountry, otherHeads, otherNames } from '#lib/concepts/constants/other-things.ts';
import { wordsOf } from '#lib/concepts/words/word-groups.ts';
import type { Kind } from '#lib/domain/kind.ts';

/** The kind of each head, in canonical words. */
function kindsOf(groups: readonly HeadGroup[]): Map<string, Kind> {
	return new Map(
		groups.flatMap((group) =>
			[...wordsOf([group])].map((head): [string, Kind] => [head.replaceAll('-', ' '), group.kind])
		)
	);
}

const likely = kindsOf(likelyHeads);
const deciding = kindsOf(decidingHeads);
const longestHead = 4;

/** What may stand before a head in the same word: `pretraining`, `finetuning`. */
const prefix = /^(pre|fine|post|re|self|auto|co|meta|un)/;

/** The kind of the longest of a form's last words that is a head. */
function longestIn(heads: ReadonlyMap<string, Kind>, form: string): Kind | undefined {
	const words = form.split(' ');
	for (let from = Math.max(0, words.length - longestHead); from < words.length; from += 1) {
		const kind = heads.get(words.slice(from).join(' '));
		if (kind) return kind;
	}
	return undefined;
}

/** What a name that everybody knows is, by the canonical form of all of it: `mmlu`, whatever it is short for. */
export function kindOfKnown(form: string): Kind | undefined {
	return knownNames.find(({ pattern }) => pattern.test(form))?.kind;
}

/** What a name that everybody knows or a head that decides tells of a canonical form; null where there is none. */
export function surelyOfKind(form: string): Kind | null {
	if (otherNames.has(form) || isCountry(form)) return 'other';
	return kindOfKnown(form) ?? longestIn(deciding, form) ?? null;
}

/** What the words of a canonical form tell of its kind, its longest known head first; null where they do not. */
export function kindByHead(form: string): Kind | null {
	const sure = surelyOfKind(form);
	if (sure) return sure;
	const ending = nameEndings.find(({ pattern }) => pattern.test(form));
	const byHead = ending?.kind ?? longestIn(likely, form);
	if (byHead) return byHead;
	const head = form.split(' ').at(-1) ?? '';
	return likely.get(head.replace(prefix, '')) ?? (otherHeads.has(head) ? 'other' : null);
}

/**
 * What a text calls the name at a place: by the noun right after it, or by the first noun of "NAME (…), a … noun".
 * Null where it says nothing.
 */
export function kindCalled(text: string, start: number, end: number): Kind | null {
	const after = text.slice(end, end + 90);
	const apposed =
		/^(?: \([^)]*\))?(?:,|:| is| are)? (?:an?|the|our) ([^,.;:\n]*?)(?: that| which| for| to| of| with|[,.;:\n]|$)/i.exec(
			after
		)?.[1];
	const next = /^ ([a-z]+)/.exec(after)?.[1];
	const before = /([A-Za-z]+)(?:,| called| named| dubbed| termed) $/.exec(
		text.slice(Math.max(0, start - 40), start)
	)?.[1];
	for (const said of [next, before, apposed?.split(' ').slice(-2).join(' ')]) {
		const found = said === undefined ? undefined : callings.find(({ pattern }) => pattern.test(said));
		if (found) return found.kind;
	}
	return null;
}

/** How far in front of a name its row of names may begin, in UTF-16 code units. */
const row = 160;

/** One word with a capital or a digit inside, as only names have: `LiveBench`, `AIME24`. */
const isName = /^(?=\S*(?:\p{Lu}\S*\p{Lu}|\p{L}\S*\d))\S+$/u;

/** What a name is because of the row of names that it stands in: "on benchmarks such as GSM8K, NAME and …". */
export function kindAmong(text: string, start: number, end: number): Kind | null {
	if (!isName.test(text.slice(start, end))) return null;
	const sentence =
		text
			.slice(Math.max(0, start - row), start)
			.split(/(?<=[.!?]) (?=\p{Lu})/u)
			.at(-1) ?? '';
	return namedAmong.find(({ pattern }) => pattern.test(sentence))?.kind ?? null;
}
