import { canonicalForm } from './canonical-form.ts';
import type { PaperExtraction } from './extract-text.ts';

/** Which concept a form belongs to: by the paper's own definitions, then the corpus's, then by spelling. */
export interface Aliases {
	/** The canonical form of the concept that a paper means by a form; without a paper, what the corpus means. */
	resolve(form: string, paper?: string): string;
	/** The other forms of the corpus that name what one of these forms names: `finetuning`. */
	variants(forms: Iterable<string>): string[];
}

/** A short form counts for the whole corpus when one long form has at least this share of its definitions. */
const majority = 0.8;

/** In larger corpora, one paper's definition is not heard by the others. */
const alone = 200;

/** Shorter forms are not merged by spelling: too many short words meet by chance. */
const leastSpelling = 5;

/** True when the short form is the first letters of the long form's words in turn, small words left out or not. */
function isInitialism(short: string, long: string): boolean {
	const words = long.split(/[\s-]+/).filter((word) => word !== '');
	const initials = (kept: string[]) => kept.map((word) => word.charAt(0).toUpperCase()).join('');
	const large = words.filter((word) => !/^(a|an|and|for|from|in|of|on|the|to|via|with)$/.test(word));
	return [initials(words), initials(large)].includes(short.toUpperCase().replace(/[^A-Z0-9]/g, ''));
}

/** What forms that differ only in blanks have in common: `fine tuning` and `finetuning`, `multi modal`, `gpt 4`. */
export function spellingKey(form: string): string {
	return form.replaceAll(' ', '');
}

/** In how many papers each form stands. */
function countPapers(extractions: PaperExtraction[]): Map<string, number> {
	const papers = new Map<string, number>();
	for (const { forms } of extractions)
		for (const { form } of forms) papers.set(form, (papers.get(form) ?? 0) + 1);
	return papers;
}

interface Definitions {
	/** By paper and short form. */
	own: Map<string, string>;
	/** By short form, for the whole corpus. */
	shared: Map<string, string>;
}

/** Collects every definition of the corpus. A short form with two long forms stays two concepts. */
function collectDefinitions(extractions: PaperExtraction[], papers: Map<string, number>): Definitions {
	const votes = new Map<string, Map<string, number>>();
	const own = new Map<string, string>();
	for (const { paper, pairs, introduced } of extractions) {
		const names = new Set(introduced.map(({ name }) => canonicalForm(name)));
		for (const { short, long } of pairs) {
			const shortForm = canonicalForm(short);
			const longForm = canonicalForm(long);
			// A system's name is not an alias of the general concept that it abbreviates: one of which others speak.
			if (names.has(shortForm) && !isInitialism(short, long) && (papers.get(longForm) ?? 0) > 1) continue;
			own.set(`${paper} ${shortForm}`, longForm);
			const counts = votes.get(shortForm) ?? new Map<string, number>();
			counts.set(longForm, (counts.get(longForm) ?? 0) + 1);
			votes.set(shortForm, counts);
		}
	}
	const shared = new Map<string, string>();
	const least = extractions.length > alone ? 2 : 1;
	for (const [short, counts] of votes) {
		const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
		if (total < least) continue;
		for (const [long, count] of counts) if (count / total >= majority) shared.set(short, long);
	}
	return { own, shared };
}

/** For each spelling key that several forms share, the form of most papers; the smaller one of two. */
function commonSpellings(papers: Map<string, number>): Map<string, string> {
	const best = new Map<string, string>();
	const isShared = new Set<string>();
	for (const [form, count] of papers) {
		const key = spellingKey(form);
		if (key.length < leastSpelling) continue;
		const known = best.get(key);
		if (known === undefined) best.set(key, form);
		else {
			isShared.add(key);
			const before = papers.get(known) ?? 0;
			if (count > before || (count === before && form < known)) best.set(key, form);
		}
	}
	return new Map([...best].filter(([key]) => isShared.has(key)));
}

/** Says for every form of a corpus which concept it names. */
export function collectAliases(extractions: PaperExtraction[]): Aliases {
	const papers = countPapers(extractions);
	const { own, shared } = collectDefinitions(extractions, papers);
	const spellings = commonSpellings(papers);
	const longOf = (form: string, paper?: string) =>
		(paper === undefined ? undefined : own.get(`${paper} ${form}`)) ?? shared.get(form);
	/** `unsupervised rl` as `unsupervised reinforcement learning`, where the corpus writes that. */
	const written = (form: string, paper?: string) => {
		if (!form.includes(' ')) return form;
		const words = form.split(' ');
		const long = words.map((word) => longOf(word, paper) ?? word);
		if (long.every((word, at) => word === words[at])) return form;
		// Where CoT is `chain of thought prompting`, `CoT prompting` says the last word twice.
		const whole = long.join(' ').replace(/(?<!\S)(\S+) \1(?!\S)/g, '$1');
		return papers.has(whole) ? whole : form;
	};
	const resolve = (form: string, paper?: string) => {
		const meant = longOf(form, paper) ?? written(form, paper);
		return spellings.get(spellingKey(meant)) ?? meant;
	};
	return {
		resolve,
		variants(forms) {
			const own = new Set(forms);
			const meant = new Set([...own].map((form) => resolve(form)));
			return [...papers.keys()].filter((form) => !own.has(form) && meant.has(resolve(form)));
		}
	};
}
