import { chunkBreakers } from '#lib/concepts/constants/chunk-breakers.ts';
import {
	emptyHeads as emptyHeadGroups,
	neverHeads as neverHeadGroups
} from '#lib/concepts/constants/empty-heads.ts';
import { evaluativeWords } from '#lib/concepts/constants/evaluative-words.ts';
import { genericHeads as genericHeadGroups } from '#lib/concepts/constants/generic-heads.ts';
import { mathLetters } from '#lib/concepts/constants/math-letters.ts';
import { matterWords } from '#lib/concepts/constants/matters.ts';
import { stateOfTheArt } from '#lib/concepts/constants/state-of-the-art.ts';
import {
	namingParticiples as participleGroups,
	nounsForVerbs
} from '#lib/concepts/constants/tagged-otherwise.ts';
import { wordsOf } from './word-groups.ts';

/** The words of scientific prose by what they do, as sets; the lists and their reasons lie in `constants`. */
export const evaluative: ReadonlySet<string> = wordsOf(evaluativeWords).add(stateOfTheArt.first);
export const genericHeads: ReadonlySet<string> = new Set([
	...wordsOf(genericHeadGroups),
	...stateOfTheArt.heads
]);
export const matters: ReadonlySet<string> = wordsOf(matterWords);
export const emptyHeads: ReadonlySet<string> = wordsOf(emptyHeadGroups);
export const neverHeads: ReadonlySet<string> = wordsOf(neverHeadGroups);
export const letters: ReadonlySet<string> = wordsOf(mathLetters);
export const namingParticiples: ReadonlySet<string> = wordsOf(participleGroups);
export const nouns: ReadonlySet<string> = wordsOf(nounsForVerbs);
export const verbs: ReadonlySet<string> = wordsOf(chunkBreakers);
