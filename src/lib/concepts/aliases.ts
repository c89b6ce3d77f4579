import { canonicalForm } from './canonical-form.ts';
import type { PaperExtraction } from './extract-text.ts';

/** Which long form a short form stands for: the paper's own definition first, then the corpus's vote. */
export interface Aliases {
	/** The canonical form that a form of this paper belongs to. */
	resolve(form: string, paper: string): string;
}

/** A short form counts for the whole corpus when one long form has at least this share of its definitions. */
const majority = 0.8;

/** True when the short form is the first letters of the long form's words in turn, small words left out or not. */
function isInitialism(short: string, long: string): boolean {
	const words = long.split(/[\s-]+/).filter((word) => word !== '');
	const initials = (kept: string[]) => kept.map((word) => word.charAt(0).toUpperCase()).join('');
	const large = words.filter((word) => !/^(a|an|and|for|from|in|of|on|the|to|via|with)$/.test(word));
	return [initials(words), initials(large)].includes(short.toUpperCase().replace(/[^A-Z0-9]/g, ''));
}

/** Collects every definition of the corpus. A short form with two long forms stays two concepts. */
export function collectAliases(extractions: PaperExtraction[]): Aliases {
	const votes = new Map<string, Map<string, number>>();
	const own = new Map<string, string>();
	const spoken = new Map<string, number>();
	for (const { forms } of extractions)
		for (const { form } of forms) spoken.set(form, (spoken.get(form) ?? 0) + 1);
	for (const { paper, pairs, introduced } of extractions) {
		const names = new Set(introduced.map(({ name }) => canonicalForm(name)));
		for (const { short, long } of pairs) {
			const shortForm = canonicalForm(short);
			const longForm = canonicalForm(long);
			// A system's name is not an alias of the general concept that it abbreviates: one of which others speak.
			if (names.has(shortForm) && !isInitialism(short, long) && (spoken.get(longForm) ?? 0) > 1) continue;
			own.set(`${paper} ${shortForm}`, longForm);
			const counts = votes.get(shortForm) ?? new Map<string, number>();
			counts.set(longForm, (counts.get(longForm) ?? 0) + 1);
			votes.set(shortForm, counts);
		}
	}
	const winners = new Map<string, string>();
	for (const [short, counts] of votes) {
		const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
		for (const [long, count] of counts) if (count / total >= majority) winners.set(short, long);
	}
	return { resolve: (form, paper) => own.get(`${paper} ${form}`) ?? winners.get(form) ?? form };
}
