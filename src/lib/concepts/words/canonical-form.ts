import { foldAccents } from '#lib/domain/fold-accents.ts';
import { american } from './american.ts';
import { singular } from './singular.ts';

/** What stands between the words of a name: blanks, hyphens, and the signs in `CodeI/O` and `L^2M`. */
const separators = /[\s\u2010-\u2015/^_-]+/;

/**
 * The key under which two surface forms are one concept: compatible characters and accents folded, lower case, hyphens
 * as spaces, the plural of every word, British as American. Never a stem: `transformer` and `transformation` stay two.
 */
export function canonicalForm(surface: string): string {
	let form = '';
	for (const word of surface.split(separators)) {
		const folded = word === '' ? '' : foldWord(word);
		if (folded !== '') form = form === '' ? folded : `${form} ${folded}`;
	}
	return form;
}

/** Words that were folded before: those of a corpus come again and again. */
const known = new Map<string, string>();

/** The same of one word, without blanks or hyphens. */
export function foldWord(written: string): string {
	const before = known.get(written);
	if (before !== undefined) return before;
	if (known.size > 200_000) known.clear();
	const form = /^[a-z]+$/.test(written) ? american(singular(written)) : foldSigns(written);
	known.set(written, form);
	return form;
}

/** The same of a word that is more than small letters. */
function foldSigns(written: string): string {
	const plain = foldAccents(written)
		.replace(/[\u00ad\u200b]+/gu, '')
		// The plural of an acronym, however short: `LMs`, `CoTs`.
		.replace(/^(\p{L}*\p{Lu})s$/u, '$1')
		.replace(/['\u2019][sS]?$/, '');
	// The S that ends a short acronym is a letter of it: `TIES`, `LPIPS`, `3DGS`.
	const isAcronym = /^[\p{Lu}\p{N}]{2,5}$/u.test(plain);
	// Compatible characters may hold a blank or a hyphen of their own.
	return plain
		.toLowerCase()
		.split(separators)
		.filter((word) => word !== '')
		.map((word) => (isAcronym ? word : american(singular(word))))
		.join(' ');
}
