import { singular } from './canonical-form.ts';
import { emptyHeads, evaluative, genericHeads, matters, namingParticiples, nouns, verbs } from './lexicon.ts';
import { sentences, type Span } from './sentences.ts';
import { tagWords, type Token } from './tag-words.ts';

/** A phrase that may name a concept, at one place. */
export interface Candidate extends Span {
	surface: string;
	/** A whole chunk, and not a part of a longer one. */
	maximal: boolean;
}

function isUsable(tokens: Token[]): boolean {
	const last = tokens.at(-1);
	if (!last || last.role !== 'noun' || tokens.length > 5) return false;
	if (/^[^\p{L}]*$/u.test(last.text)) return false;
	const bare = last.text.toLowerCase();
	const base = singular(bare);
	if (tokens.length > 1) return !emptyHeads.has(base);
	// Alone, `in-distribution` names nothing.
	if (/^(in|on|off|non)-/.test(bare)) return false;
	return ![bare, base].some((word) => genericHeads.has(word) || matters.has(word)) && bare.length > 2;
}

/**
 * A word that a name does not begin with: one that judges, or a participle that is the sentence's verb ("enhancing
 * reasoning", "achieved progress"). Those that do open names ("supervised", "masked") are listed, for the rest
 * cannot be told apart by their form.
 */
function opensNoName(token: Token | undefined): boolean {
	const bare = token?.text.toLowerCase() ?? '';
	if (evaluative.has(bare) || evaluative.has(bare.split('-').at(-1) ?? '')) return true;
	if (bare.includes('-') || nouns.has(bare)) return false;
	return /(ing|ed)$/.test(bare) && !namingParticiples.has(bare);
}

/** Chunks of (adjective | -ing/-ed)* noun+, evaluative first words stripped, and their sub-runs that end in a noun. */
export function candidates(text: string): Candidate[] {
	const found: Candidate[] = [];
	const flush = (run: Token[]) => {
		let chunk = run.slice(0, run.findLastIndex(({ role }) => role === 'noun') + 1);
		while (chunk.length > 0 && opensNoName(chunk[0])) chunk = chunk.slice(1);
		for (let from = 0; from < chunk.length; from += 1) {
			for (let to = from + 1; to <= chunk.length; to += 1) {
				const part = chunk.slice(from, to);
				const first = part[0];
				const last = part.at(-1);
				if (!first || !last || !isUsable(part) || opensNoName(first)) continue;
				found.push({
					start: first.start,
					end: last.end,
					surface: text.slice(first.start, last.end),
					maximal: part.length === chunk.length
				});
			}
		}
	};
	for (const tokens of tagWords(text, sentences(text))) {
		let run: Token[] = [];
		for (const token of tokens) {
			if (token.role === 'none') {
				flush(run);
				run = [];
			} else run.push(token);
		}
		flush(run);
	}
	return found;
}

/** True for a phrase whose last word names nothing and whose other words do not help. */
export function isGeneric(form: string): boolean {
	if (/^(real( world)?|state of the art) /.test(form)) return true;
	const parts = form.split(' ');
	const isEmpty = (part: string) => genericHeads.has(part) || evaluative.has(part) || verbs.has(part);
	return parts.every(isEmpty) && !(parts.length > 1 && parts.some((part) => matters.has(part)));
}
