import type { Token } from './tag-words.ts';

/** Whether a word may be a verb: small, known or guessed as one, and not always a noun. */
function mayBeVerb(token: Token | undefined): token is Token {
	return token?.role === 'noun' && token.word.isPlain && token.word.role === 'either';
}

function isInName({ role }: Token): boolean {
	return role !== 'none';
}

/**
 * A verb that was taken for a noun, seen by its agreement with the noun before and by what it governs: "models trace
 * the", "model mediates a", "people look at". A noun after a noun is hardly ever followed by a determiner.
 */
function governs(before: Token | undefined, { role, word }: Token, after: Token | undefined): boolean {
	if (before?.role !== 'noun' || role !== 'noun' || !after || !word.isPlain) return false;
	const { opensObject, opensComplement } = after.word;
	if (!opensObject && !opensComplement) return false;
	return before.word.isPlural !== word.isPlural && (opensObject || before.word.isPlural);
}

/**
 * A verb between two names: "exercise helps shift workers", "waves carry heat". Inside a name a noun is no plural, as a
 * word in -s would be, and none stands before another.
 */
function joins(before: Token | undefined, token: Token, after: Token | undefined): boolean {
	if (!before || !after || !mayBeVerb(token) || !isInName(before) || !isInName(after)) return false;
	if (token.word.isPlural) return isSubject(before);
	return before.role === 'noun' && before.word.isPlural && before.word.isPlain;
}

function isSubject({ role, word }: Token): boolean {
	return role === 'noun' || word.isGerund;
}

/** A participle that a name does not hold, between two names: "treatment reduced mortality". */
function isPast(before: Token | undefined, { role, word }: Token, after: Token | undefined): boolean {
	return (
		before?.role === 'noun' &&
		after !== undefined &&
		isInName(after) &&
		role === 'modifier' &&
		word.isPlain &&
		word.opensNoName &&
		!word.isGerund
	);
}

/** "receptor (FBR) inhibiting hepatic": behind a bracket an -ing that governs an adjective is no name's. */
function followsBracket(before: Token | undefined, { word }: Token, after: Token | undefined): boolean {
	return before?.isBracket === true && word.isGerund && word.opensNoName && after?.role === 'modifier';
}

/**
 * Takes the verbs of a sentence out of its names, from left to right: behind a verb a participle opens the next name.
 * `isWhole` says that it is no title: then it has a verb, and where none is seen, the last word that agrees with the
 * noun before is it: "the temperature rises."
 */
export function takeVerbs(tokens: Token[], isWhole: boolean): void {
	let isSeen = false;
	for (const [at, token] of tokens.entries()) {
		const [before, after] = [tokens[at - 1], tokens[at + 1]];
		const isVerb =
			governs(before, token, after) ||
			joins(before, token, after) ||
			isPast(before, token, after) ||
			followsBracket(before, token, after);
		if (isVerb) token.role = 'none';
		isSeen ||= isVerb || token.word.isVerb;
	}
	if (isSeen || !isWhole) return;
	const last = tokens.findLast((token, at) => {
		const [before, after] = [tokens[at - 1], tokens[at + 1]];
		const ends = after === undefined || !isInName(after);
		return ends && mayBeVerb(token) && before?.role === 'noun' && before.word.isPlural !== token.word.isPlural;
	});
	if (last) last.role = 'none';
}
