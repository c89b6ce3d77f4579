import { acronymSenses } from '#lib/concepts/words/acronym-senses.ts';
import { saysTheSame } from './says-the-same.ts';

/** By short form, in how many papers each long form is defined. */
export type Votes = Map<string, Map<string, number>>;

/** What papers define, in canonical forms. */
export interface Definition {
	paper: string;
	short: string;
	long: string;
	/** The short form says the long one letter by letter, and is no name of the paper's own. */
	isPlain: boolean;
	/** The short form is a name that the paper brings. */
	isOwn: boolean;
}

/** A short form counts for the whole corpus when one long form has at least this share of its definitions. */
const majority = 0.8;

/** In larger corpora, one paper's definition is not heard by the others. */
const alone = 200;

/** A short form of more papers is known to them, whatever the only one means that defines it. */
const wellKnown = 5;

/** From so many letters on, what a paper calls its own, or what several write out, is what others mean: `DAPO`. */
const tellingLetters = 4;

/** Share of the abstracts at large which abbreviate so in which the long form is meant; null where the short form is not known. */
function knownShare(short: string, long: string): number | null {
	const known = acronymSenses().get(short);
	if (!known) return null;
	let [all, own] = [0, 0];
	for (const [other, papers] of known) {
		all += papers;
		if (other === long || saysTheSame(other, long, short.length)) own += papers;
	}
	return own / all;
}

/** Whether the others mean what the only paper does that defines a short form. */
function isHeard({ short, long, isPlain, isOwn }: Definition, papersOf: (form: string) => number): boolean {
	const share = knownShare(short, long);
	if (share !== null) return share >= majority;
	if (isOwn) return short.length >= tellingLetters;
	// `SDXL`, of which other papers say that it is stable diffusion XL as well.
	if (short.length >= tellingLetters && papersOf(long) >= 2) return true;
	if (short.length < 3 || !isPlain) return false;
	// Twenty papers say PDS, and one of them means pond duck search: the others do not say what they mean.
	return papersOf(short) <= wellKnown || papersOf(long) >= 2;
}

/** What a short form means in the whole corpus: the long form that nearly all of its definitions give. */
export function sharedMeanings(
	definitions: Definition[],
	votes: Votes,
	papers: number,
	papersOf: (form: string) => number
): Map<string, string> {
	const one = new Map(definitions.map((each) => [each.short, each]));
	const shared = new Map<string, string>();
	for (const [short, counts] of votes) {
		const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
		const isAlone = total < 2 && papers > alone;
		const [only] = counts.keys();
		const definition = one.get(short);
		if (isAlone && definition && only !== undefined && !isHeard({ ...definition, long: only }, papersOf))
			continue;
		for (const [long, count] of counts) if (count / total >= majority) shared.set(short, long);
	}
	return shared;
}
