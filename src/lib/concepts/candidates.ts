import { evaluative, namingParticiples, nouns } from './lexicon.ts';
import { sentences, type Span } from './sentences.ts';
import { tagWords, type Token } from './tag-words.ts';

/** A phrase that may name a concept, at one place. */
export interface Candidate extends Span {
	form: string;
	/** It begins where its chunk begins, with the words that judge or behind them. */
	begins: boolean;
	/** It ends where its chunk ends. */
	ends: boolean;
	/** Its first word qualifies: an adjective or a participle. */
	isQualified: boolean;
	/** It stands at the beginning of a sentence, where a capital says nothing. */
	isFirst: boolean;
}

/** The longest phrase, in words as they are written, that is taken for a name. */
const longest = 5;

function isHead({ role, text }: Token): boolean {
	return role === 'noun' || /[a-z]{3}ing$/.test(text);
}

function canEnd(token: Token): boolean {
	return isHead(token) && token.text.length > 1 && /\p{L}/u.test(token.text);
}

/**
 * A word that a name does not begin with: one that judges, or a participle that is the sentence's verb ("enhancing
 * reasoning", "achieved progress"). Those that do open names ("supervised", "masked") are listed, for the rest
 * cannot be told apart by their form.
 */
function opensNoName({ text }: Token): boolean {
	const bare = text.toLowerCase();
	if (evaluative.has(bare) || evaluative.has(bare.slice(bare.lastIndexOf('-') + 1))) return true;
	if (bare.includes('-') || nouns.has(bare)) return false;
	return /(ing|ed)$/.test(bare) && !namingParticiples.has(bare);
}

/** The chunks of a sentence: (adjective | -ing/-ed)* noun+, where a gerund may be the head. */
function chunks(tokens: Token[]): Token[][] {
	const found: Token[][] = [];
	let run: Token[] = [];
	const close = () => {
		const chunk = run.slice(0, run.findLastIndex(isHead) + 1);
		if (chunk.length > 0) found.push(chunk);
		run = [];
	};
	for (const token of tokens) {
		if (token.role === 'none') close();
		else run.push(token);
	}
	close();
	return found;
}

/**
 * Every phrase of a text that may name something: the chunks and their parts that end in a noun or a gerund. Generous
 * on purpose; what becomes of a phrase is decided where the whole corpus is known.
 */
export function candidates(text: string): Candidate[] {
	const found: Candidate[] = [];
	for (const tokens of tagWords(text, sentences(text))) {
		for (const chunk of chunks(tokens)) {
			const opening = chunk.findIndex((token) => !opensNoName(token));
			for (const [from, first] of chunk.entries()) {
				let form = '';
				for (const [offset, last] of chunk.slice(from, from + longest).entries()) {
					form = form === '' ? last.form : `${form} ${last.form}`;
					if (!canEnd(last) || form.length < 2) continue;
					found.push({
						form,
						start: first.start,
						end: last.end,
						begins: from === opening || from === 0,
						ends: from + offset === chunk.length - 1,
						isQualified: first.role === 'modifier',
						isFirst: first === tokens[0]
					});
				}
			}
		}
	}
	return found;
}
