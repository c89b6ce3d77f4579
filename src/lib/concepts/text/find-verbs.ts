import type { Token } from './tag-words.ts';

/** A small word that is known, or guessed, as a verb and was taken for a noun. */
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
	const isNamed = before && (before.role === 'noun' || (word.isThirdPerson && isCompound(before)));
	if (!isNamed || role !== 'noun' || !after || !word.isPlain) return false;
	const { opensObject, opensComplement } = after.word;
	if (!opensObject && !opensComplement) return false;
	return before.word.isPlural !== word.isPlural && (opensObject || before.word.isPlural);
}

/**
 * A verb between two names: "exercise helps shift workers", "waves carry heat". Inside a name hardly a noun is a plural:
 * what is one, or looks like one, is subject or verb.
 */
function joins(before: Token | undefined, token: Token, after: Token | undefined): boolean {
	if (!before || !after || token.role !== 'noun' || !isInName(after)) return false;
	if (token.word.isThirdPerson) return isSubject(before) || before.word.isConjunction;
	return mayBeVerb(token) && !token.word.isPlural && isPluralSubject(before);
}

function isSubject(token: Token): boolean {
	return token.role === 'noun' || token.word.isGerund || isCompound(token);
}

/** Words joined by hyphens, which qualify a noun or are one: "Seg-Zero splits", "chain-of-thought gives". */
function isCompound({ role, word }: Token): boolean {
	return role === 'modifier' && word.parts.length > 1;
}

function isPluralSubject({ role, word }: Token): boolean {
	return role === 'noun' && word.isPlural && !word.isThirdPerson;
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
 * `isWhole` says that it is no title: then it has a verb, and where none is seen, the last word of its first
 * name is it, if it agrees with the noun before: "the temperature rises."
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
	const end = tokens.findIndex((token, at) => at > 0 && !isInName(token));
	const [before, last] = tokens.slice(0, end < 0 ? undefined : end).slice(-2);
	if (!before || !last || !isSubject(before)) return;
	const agrees = last.word.isPlural ? last.word.isThirdPerson : mayBeVerb(last) && isPluralSubject(before);
	if (agrees) last.role = 'none';
}
