import { hash } from './hash.ts';
import { emptyHeads, evaluative, genericHeads, matters, namingParticiples, verbs } from './lexicon.ts';

/** A word of a canonical form and what it tells by itself, whatever phrase it stands in. */
export interface Lexeme {
	/** Its number among the words that this thread has met. */
	id: number;
	form: string;
	isEvaluative: boolean;
	isGenericHead: boolean;
	isEmptyHead: boolean;
	isMatter: boolean;
	/** It names nothing alone: a generic head, a word that judges or a verb. */
	isEmpty: boolean;
	/** It ends in -ing or -ed; it is one of those that open names. */
	isParticiple: boolean;
	isNamingParticiple: boolean;
	isGerund: boolean;
	/** Where the weights of the word lie, one place for each of `wordRoles`. */
	places: readonly number[];
}

/** What a word is looked up as: any word, the head, the first of several, all there is, the head's ending. */
export const wordRoles = ['word', 'head', 'first', 'alone', 'ending'] as const;

/** The size of the table that the weights of words lie in. */
export const wordWeights = 2 ** 16;

const seeds = wordRoles.map((role) => hash(`${role}:`));

function read(form: string, id: number): Lexeme {
	const isGenericHead = genericHeads.has(form);
	const isEvaluative = evaluative.has(form);
	return {
		id,
		form,
		isEvaluative,
		isGenericHead,
		isEmptyHead: emptyHeads.has(form),
		isMatter: matters.has(form),
		isEmpty: isGenericHead || isEvaluative || verbs.has(form),
		isParticiple: /(ing|ed)$/.test(form),
		isNamingParticiple: namingParticiples.has(form),
		isGerund: form.endsWith('ing'),
		places: seeds.map(
			(seed, at) => hash(wordRoles[at] === 'ending' ? form.slice(-3) : form, seed) % wordWeights
		)
	};
}

/** The words that were met. They are never forgotten: phrases tell them apart by their objects. */
const known = new Map<string, Lexeme>();

/** A word of a canonical form, the same object for every phrase. */
export function lexeme(form: string): Lexeme {
	let word = known.get(form);
	if (!word) known.set(form, (word = read(form, known.size)));
	return word;
}
