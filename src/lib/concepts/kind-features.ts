import { hash } from './hash.ts';
import type { Kind } from '#lib/domain/kind.ts';
import { kindByHead } from './kind-rules.ts';

/** The size of the table that a kind's weights lie in. */
export const kindWeights = 2 ** 15;

function at(feature: string): number {
	return hash(feature) % kindWeights;
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
	const [two = '', one = ''] = [
		'',
		'',
		...(text.slice(Math.max(0, start - around), start).match(words) ?? [])
	].slice(-2);
	const [next = '', second = ''] = text.slice(end, end + around).match(words) ?? [];
	const surface = text.slice(start, end);
	const shape = /\p{Lu}\S*\p{Lu}|\d/u.test(surface) ? 'name' : /^\p{Lu}/u.test(surface) ? 'capital' : 'small';
	return [
		`shape:${shape}${surface.includes(' ') ? ' words' : ''}`,
		`before:${one.toLowerCase()}`,
		`two before:${two.toLowerCase()} ${one.toLowerCase()}`,
		`after:${next.toLowerCase()}`,
		`two after:${next.toLowerCase()} ${second.toLowerCase()}`,
		`called:${called ?? 'nothing'}`
	].map(at);
}
