import { compare } from '#lib/domain/order.ts';
import { makers } from '#lib/concepts/constants/makers.ts';
import { canonicalForm } from '#lib/concepts/words/canonical-form.ts';
import { namedThings } from './named-things.ts';
import { saysTheSame, smallWord } from './says-the-same.ts';
import { sharedMeanings, type Definition, type Votes } from './shared-meanings.ts';
import type { Definitions } from '#lib/concepts/text/extract-text.ts';

/** What one paper defines and brings. */
export interface PaperDefinitions extends Definitions {
	paper: string;
}

/** Which concept a form belongs to: by the paper's own definitions, then the corpus's, then by spelling. */
export interface Aliases {
	/** The canonical form of the concept that the corpus means by a form. */
	resolve: (form: string) => string;
	/** The short forms that a paper defines, each with the concept that it means there. */
	ownOf(paper: string): [short: string, concept: string][];
	/** The short forms on whose meaning the corpus does not agree, each with the concepts that its papers define. */
	senses: ReadonlyMap<string, string[]>;
	/** The other forms of the corpus that name what one of these forms names: `finetuning`. */
	variants(forms: Iterable<string>): string[];
}

/** Shorter forms are not merged by spelling, unless they begin with a letter by itself: too many short words meet by chance. */
const leastSpelling = 4;

function isSpelt(form: string, { length }: string): boolean {
	return (
		length >= leastSpelling ||
		(length === leastSpelling - 1 && (!form.includes(' ') || form.charAt(1) === ' '))
	);
}

/** True when the short form is the first letters of the long form's words in turn, small words left out or not. */
function isInitialism(short: string, long: string): boolean {
	const words = long.split(/[\s-]+/).filter((word) => word !== '');
	const initials = (kept: string[]) => kept.map((word) => word.charAt(0).toUpperCase()).join('');
	const large = words.filter((word) => !smallWord.test(word));
	return [initials(words), initials(large)].includes(short.toUpperCase().replace(/[^A-Z0-9]/g, ''));
}

/** What forms that differ only in blanks have in common: `fine tuning` and `finetuning`, `multi modal`, `gpt 4`. */
export function spellingKey(form: string): string {
	return form.replaceAll(' ', '');
}

/**
 * `unsupervised rl` as `unsupervised reinforcement learning`, where that is a form that is known; else the form itself.
 * `longOf` tells what a word stands for.
 */
export function writtenOut(
	form: string,
	longOf: (word: string) => string | undefined,
	isKnown: (form: string) => boolean
): string {
	if (!form.includes(' ')) return form;
	const words = form.split(' ');
	if (!words.some((word) => longOf(word) !== undefined)) return form;
	const long = words.map((word) => longOf(word) ?? word);
	// Where CoT is `chain of thought prompting`, `CoT prompting` says the last word twice.
	const whole = long.join(' ').replace(/(?<!\S)(\S+) \1(?!\S)/g, '$1');
	return isKnown(whole) ? whole : form;
}

/** Every definition that makes an alias. A system's name is none of the concept that it abbreviates, if others speak of that. */
function definitionsOf(all: PaperDefinitions[], papersOf: KnownForms['papersOf']): Definition[] {
	return all.flatMap(({ paper, pairs, introduced }) => {
		const names = new Set(introduced.map(({ name }) => canonicalForm(name)));
		return pairs.flatMap((pair) => {
			const [short, long] = [canonicalForm(pair.short), canonicalForm(pair.long)];
			const isExact = isInitialism(pair.short, pair.long);
			if (names.has(short) && !isExact && papersOf(long) > 1) return [];
			return [{ paper, short, long, isPlain: isExact && !names.has(short), isOwn: names.has(short) }];
		});
	});
}

function countVotes(definitions: Definition[], meant: (long: string) => string): Votes {
	const votes: Votes = new Map();
	for (const { short, long } of definitions) {
		const counts = votes.get(short) ?? new Map<string, number>();
		counts.set(meant(long), (counts.get(meant(long)) ?? 0) + 1);
		votes.set(short, counts);
	}
	return votes;
}

/** For long forms of few papers, the form of more papers that says the same under the same short form. */
function sameLongForms(votes: Votes): Map<string, string> {
	const same = new Map<string, string>();
	for (const [short, counts] of votes) {
		const longs = [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0])).map(([long]) => long);
		for (const [at, long] of longs.entries()) {
			const main = longs
				.slice(0, at)
				.find((other) => !same.has(other) && saysTheSame(long, other, short.length));
			if (main !== undefined && !same.has(long)) same.set(long, main);
		}
	}
	return same;
}

/** One word of letters: a system's name that two common words may happen to spell. */
function isOneWord(form: string): boolean {
	return /^\p{L}+$/u.test(form);
}

/** Forms with the number of papers in which each stands; 0 for one that none says. */
export interface KnownForms {
	forms: Iterable<string>;
	papersOf: (form: string) => number;
}

/** The forms that share their spelling key with one of more papers, or a smaller one of as many: each with that one. */
function commonSpellings({ forms, papersOf }: KnownForms, names: ReadonlySet<string>): Map<string, string> {
	const first = new Map<string, string>();
	const groups = new Map<string, string[]>();
	for (const form of forms) {
		const key = spellingKey(form);
		if (!isSpelt(form, key) || (names.has(form) && isOneWord(form))) continue;
		const known = first.get(key);
		if (known === undefined) first.set(key, form);
		else groups.set(key, [...(groups.get(key) ?? [known]), form]);
	}
	const common = new Map<string, string>();
	for (const group of groups.values()) {
		const [best = '', ...others] = group.sort((a, b) => papersOf(b) - papersOf(a) || compare(a, b));
		for (const other of others) common.set(other, best);
	}
	return common;
}

/** Models by the names that they have without those who made them, each with its full name: `o1`, `openai o1`. */
function withMakers({ forms }: KnownForms, names: ReadonlySet<string>): Map<string, string> {
	const known = new Set(forms);
	const made = new Map<string, string>();
	for (const form of known) {
		const [maker = '', ...rest] = form.split(' ');
		const bare = rest.join(' ');
		if (
			makers.has(maker) &&
			/\p{L}.*\d/u.test(bare) &&
			known.has(bare) &&
			!names.has(bare) &&
			!made.has(bare)
		)
			made.set(bare, form);
	}
	return made;
}

/** The forms of a corpus; long forms that no chunk is, as `mixture of experts`, are among them. */
function withLongForms({ forms, papersOf }: KnownForms, definitions: Definition[]): KnownForms {
	const longs = new Map<string, number>();
	for (const { long } of definitions) if (papersOf(long) === 0) longs.set(long, (longs.get(long) ?? 0) + 1);
	return { forms: [...forms, ...longs.keys()], papersOf: (form) => papersOf(form) || (longs.get(form) ?? 0) };
}

/** Says for every form of a corpus which concept it names. */
export function collectAliases(all: PaperDefinitions[], said: KnownForms): Aliases {
	const definitions = definitionsOf(all, said.papersOf);
	const known = withLongForms(said, definitions);
	const names = new Set(all.flatMap(({ introduced }) => introduced.map(({ name }) => canonicalForm(name))));
	const spellings = commonSpellings(known, names);
	const spelt = (form: string) => spellings.get(form) ?? form;
	const same = sameLongForms(countVotes(definitions, spelt));
	const meant = (form: string) => {
		const spelling = spelt(form);
		return same.get(spelling) ?? spelling;
	};
	const votes = countVotes(definitions, meant);
	const shared = sharedMeanings(definitions, votes, all.length, known.papersOf);
	const longOf = (word: string) => shared.get(word);
	const isKnown = (whole: string) => known.papersOf(whole) > 0;
	// A long form may hold another short one: `multimodal LLM`.
	const made = withMakers(known, names);
	const brought = new Set([...names].flatMap((name) => [name, shared.get(name) ?? name]));
	const things = namedThings(known.forms, brought);
	const written = (form: string) => meant(writtenOut(shared.get(form) ?? form, longOf, isKnown));
	const resolve = (form: string): string => {
		let whole = written(form);
		const seen = new Set<string>();
		// A name may itself be written out to something with a sort, that of another paper's definition.
		for (let name = things.get(whole); name !== undefined && !seen.has(whole); name = things.get(whole)) {
			seen.add(whole);
			whole = written(name);
		}
		return made.get(whole) ?? whole;
	};
	const own = new Map<string, Map<string, string>>();
	for (const { paper, short, long } of definitions)
		own.set(paper, (own.get(paper) ?? new Map<string, string>()).set(short, resolve(long)));
	const several = [...votes].filter(([short]) => resolve(short) === short);
	return {
		resolve,
		senses: new Map(several.map(([short, longs]) => [short, [...new Set([...longs.keys()].map(resolve))]])),
		ownOf: (paper) => [...(own.get(paper) ?? [])],
		variants(forms) {
			const given = new Set(forms);
			const wanted = new Set([...given].map(resolve));
			return [...known.forms].filter((form) => wanted.has(resolve(form)) && !given.has(form));
		}
	};
}
