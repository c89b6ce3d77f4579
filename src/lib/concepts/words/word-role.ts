import { pastForms } from '#lib/concepts/constants/past-forms.ts';
import { scienceVerbs } from '#lib/concepts/constants/science-verbs.ts';
import {
	complementOpeners,
	conjunctions,
	finiteVerbs,
	formulaSigns,
	objectOpeners,
	wordsBeforeVerbs
} from '#lib/concepts/constants/sentence-words.ts';
import { plainQuantities, plainUnits } from '#lib/concepts/constants/units.ts';
import { background } from './background.ts';
import { canonicalForm } from './canonical-form.ts';
import { singular } from './singular.ts';
import { lexeme, type Lexeme } from './lexeme.ts';
import { evaluative, letters, namingParticiples, nouns, verbs } from './lexicon.ts';
import { wordsOf } from './word-groups.ts';
import { tagClasses, tagsOf } from './word-tags.ts';

/** What a word can be in a name: its head, what qualifies the head, or no part of it; `either` is a noun or a verb. */
type Role = 'noun' | 'modifier' | 'none' | 'either';

/** How a word is written: in lower case, with a capital in front, or with capitals or digits inside. */
export const shapes = { lower: 0, capitalised: 1, name: 2 } as const;

/** A word by itself, whatever stands around it. */
export interface Word {
	role: Role;
	/** The words of its canonical form: `chain-of-thought` has three. */
	parts: readonly Lexeme[];
	shape: (typeof shapes)[keyof typeof shapes];
	/** A gerund may be a head whatever its role. */
	isGerund: boolean;
	/** Whether it may end a name, where it is a head: it is no sign and no single letter. */
	canEnd: boolean;
	/**
	 * A word that a name does not begin with: one that judges, or a participle that is the sentence's verb ("enhancing
	 * reasoning", "achieved progress"). Those that do open names ("supervised", "masked") are listed, for the rest
	 * cannot be told apart by their form.
	 */
	opensNoName: boolean;
	isPlural: boolean;
	/** A number, as of a version: `3.1`, `2`. */
	isNumber: boolean;
	/** It has no letter: a number, a sign. */
	isUnlettered: boolean;
	/** A name whatever stands around it, which a number may follow: `GPT`, `Llama`. */
	isName: boolean;
	/** Only small letters of the Latin alphabet. */
	isPlain: boolean;
	/** A verb follows it: `to`, what people can do, who does it, and how. */
	precedesVerb: boolean;
	/** A verb in -s where it stands between names: `helps`. */
	isThirdPerson: boolean;
	/** It joins a verb to what stands before: `and`, `but`. */
	isConjunction: boolean;
	/** A verb and nothing else: `is`, `fell`, `can`, `proposes`. */
	isVerb: boolean;
	/** It follows a verb: what opens an object, or another complement. */
	opensObject: boolean;
	opensComplement: boolean;
}

const operators = wordsOf(formulaSigns);
const finite = wordsOf(finiteVerbs);
const opensObject = wordsOf(objectOpeners);
const opensComplement = wordsOf(complementOpeners);
const conjoining = wordsOf(conjunctions);
const beforeVerb = wordsOf(wordsBeforeVerbs);

/** What a tagger is asked for a word: the part behind the last hyphen, in lower case unless it is a name. */
function askedFor(text: string): string {
	const last = text.slice(text.lastIndexOf('-') + 1).replace(/['\u2019]s?/g, '');
	// A capital at the beginning of a sentence or in a title makes no name.
	const plain = /^\p{Lu}\p{Ll}+$/u.test(last) ? last.toLowerCase() : last;
	return plain || '-';
}

/** What is left of a formula: `C_Psi`, `x_i`, `circ`. A letter that math writes out may begin a name. */
function isSymbol(text: string): boolean {
	if (operators.has(text)) return true;
	const [first = '', ...rest] = text.split('_');
	return rest.length > 0 && (first.length === 1 || letters.has(first.toLowerCase()));
}

function roleOf(text: string, tags: number): Role {
	if (!/[\p{L}\p{N}]/u.test(text) || /^(right|left|up|down)arrow/.test(text)) return 'none';
	if (plainUnits.has(text)) return 'none';
	if (plainQuantities.has(text)) return 'modifier';
	if (isSymbol(text)) return 'none';
	const bare = text.toLowerCase();
	// What the tagger takes for the other one is settled by two short lists.
	if (verbs.has(bare) || pastForms.has(bare)) return 'none';
	const isHyphened = bare.includes('-');
	if (nouns.has(bare.slice(bare.lastIndexOf('-') + 1))) return 'noun';
	// `game-theoretic` and `risk-sensitive` say of what sort a thing is.
	if (isHyphened && /-[a-z]*(ic|ive|ed|al|ous|able|ible|wise|free|level)$/.test(bare)) return 'modifier';
	// `GPT-4o` and `MATH-500` are names, `3D` and `4-bit` qualify what follows: numbers for the tagger.
	if (/^\p{Lu}[\p{L}\p{N}.+#]*-[\p{L}\p{N}.+#-]*$/u.test(text) && /\d/.test(text)) return 'noun';
	if (/^\d[\d.]*-?[a-z]+$/i.test(text)) return 'modifier';
	if (!isHyphened && tags & (tagClasses.closed | tagClasses.verbOnly)) return 'none';
	if (!isHyphened && tags & tagClasses.either) return 'either';
	if (tags & tagClasses.noun) return 'noun';
	if (tags & tagClasses.modifier) return 'modifier';
	return isHyphened && /[a-z]/i.test(text) ? 'modifier' : 'none';
}

function opensNoName(bare: string): boolean {
	if (evaluative.has(bare) || evaluative.has(bare.slice(bare.lastIndexOf('-') + 1))) return true;
	if (bare.includes('-') || nouns.has(bare)) return false;
	return /(ing|ed)$/.test(bare) && !namingParticiples.has(bare);
}

function hasInnerCapital(text: string): boolean {
	return /\p{Lu}.*\p{Lu}|\p{Ll}\p{Lu}/u.test(text);
}

function shapeOf(text: string): Word['shape'] {
	if (hasInnerCapital(text) || /\d/.test(text)) return shapes.name;
	return /^\p{Lu}/u.test(text) ? shapes.capitalised : shapes.lower;
}

/** A word as it is written, with plain hyphens and without soft ones. */
function plainHyphens(written: string): string {
	return written.replaceAll('\u00ad', '').replace(/[\u2010\u2011\u2013]/g, '-');
}

function read(text: string, tags: number): Word {
	const bare = text.toLowerCase();
	const form = canonicalForm(text);
	const isPlain = /^[a-z]+$/.test(text);
	return {
		role: roleOf(text, tags),
		parts: form === '' ? [] : form.split(' ').map(lexeme),
		shape: isPlain ? shapes.lower : shapeOf(text),
		isGerund: /[a-z]{3}ing$/.test(text),
		canEnd: text.length > 1 && (isPlain || /\p{L}/u.test(text)),
		opensNoName: opensNoName(bare),
		isPlural: singular(bare) !== bare,
		isNumber: !isPlain && /^\d{1,3}(\.\d{1,2})?$/.test(text),
		isUnlettered: !isPlain && !/\p{L}/u.test(text),
		isName: !isPlain && (hasInnerCapital(text) || (/^\p{Lu}/u.test(text) && background().proper.has(form))),
		isPlain,
		// A family is no adverb.
		precedesVerb: beforeVerb.has(bare) || (/^[a-z]+ly$/.test(bare) && (tags & tagClasses.noun) === 0),
		isThirdPerson: isPlain && singular(bare) !== bare && !nouns.has(bare) && scienceVerbs.has(singular(bare)),
		isConjunction: conjoining.has(bare),
		isVerb:
			pastForms.has(bare) ||
			finite.has(bare) ||
			(tags & tagClasses.verbOnly) > 0 ||
			(verbs.has(bare) && /(?:s|ed)$/.test(bare)) ||
			/^[a-z]{2,}ed$/.test(bare),
		opensObject: opensObject.has(bare),
		opensComplement: opensComplement.has(bare)
	};
}

/** Words that were read before: those of a corpus come again and again. */
const known = new Map<string, Word>();

/**
 * The words of a text as they stand in it. The tagger is asked once for each word and not for sentences: that is many
 * times faster, and whether a word is a noun or a verb where it stands is better settled by rules that know abstracts
 * (see `tagWords`).
 */
export function lookUp(written: string[]): Word[] {
	if (known.size > 200_000) known.clear();
	const words: Word[] = [];
	const unread = new Set<string>();
	for (const each of written) {
		const word = known.get(each);
		if (word) words.push(word);
		else unread.add(each);
	}
	if (unread.size === 0) return words;
	const texts = [...unread].map(plainHyphens);
	const tags = tagsOf(texts.map(askedFor));
	for (const [at, each] of [...unread].entries()) known.set(each, read(texts[at] ?? '', tags[at] ?? 0));
	return written.map((each) => known.get(each) ?? read(each, 0));
}

/** What the tagger is asked for the words of a text. */
export function askedForAll(written: string[]): string[] {
	return written.map((each) => askedFor(plainHyphens(each)));
}
