import { hash } from '#lib/concepts/words/hash.ts';
import type { Kind } from '#lib/domain/kind.ts';
import { kindByHead } from './kind-rules.ts';

/** The size of the table that a kind's weights lie in. */
export const kindWeights = 2 ** 15;

function at(feature: string): number {
	return hash(feature) % kindWeights;
}

/** Hashes of what stands in front of a feature's text: the text goes on from there, and no string is put together. */
const seeds = {
	before: hash('before:'),
	twoBefore: hash('two before:'),
	after: hash('after:'),
	twoAfter: hash('two after:')
};

/** The features of two words beside a place, the near one alone and both as they stand in the text. */
function beside(near: string, both: [string, string], alone: number, together: number): number[] {
	const [first, second] = both;
	return [hash(near, alone) % kindWeights, hash(second, hash(' ', hash(first, together))) % kindWeights];
}

/** What a canonical form says of its kind: its words, its head and how that ends, and the rule for its head. */
export function formFeatures(form: string): number[] {
	const words = form.split(' ');
	const head = words.at(-1) ?? '';
	return [
		'any form',
		`words:${Math.min(4, words.length)}`,
		`head:${head}`,
		`ending:${head.slice(-3)}`,
		`ending:${head.slice(-4)}`,
		`first:${words[0] ?? ''}`,
		`form:${form}`,
		`last:${words.slice(-2).join(' ')}`,
		`rule:${kindByHead(form) ?? 'none'}`,
		...words.map((word) => `word:${word}`)
	].map(at);
}

const words = /[\p{L}\p{N}'-]+|[^\s\p{L}\p{N}]/gu;

/** How far words around a place are looked at, in UTF-16 code units. */
const around = 40;

/**
 * What a place says of the kind of what stands there: two words on each side, how it is written, and what it is called
 * (see `kindCalled`).
 */
export function placeFeatures(text: string, start: number, end: number, called: Kind | null): number[] {
	const left =
		text
			.slice(Math.max(0, start - around), start)
			.toLowerCase()
			.match(words) ?? [];
	const [two = '', one = ''] = [left.at(-2), left.at(-1)];
	const [next = '', second = ''] =
		text
			.slice(end, end + around)
			.toLowerCase()
			.match(words) ?? [];
	const surface = text.slice(start, end);
	const shape = /\p{Lu}\S*\p{Lu}|\d/u.test(surface) ? 'name' : /^\p{Lu}/u.test(surface) ? 'capital' : 'small';
	return [
		at(`shape:${shape}${surface.includes(' ') ? ' words' : ''}`),
		...beside(one, [two, one], seeds.before, seeds.twoBefore),
		...beside(next, [next, second], seeds.after, seeds.twoAfter),
		at(`called:${called ?? 'nothing'}`)
	];
}
