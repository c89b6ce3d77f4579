import { foldAccents } from '#lib/domain/fold-accents.ts';
import { slug } from '#lib/domain/ids.ts';
import type { Paper } from '#lib/domain/paper.ts';

/** A title with so many words is hardly given twice by the same authors: a preprint and its publication have it. */
const tellingWords = 4;
/** A paper is published at most so many years after its preprint, mostly. */
const yearsToPublication = 2;

/** A title by which papers are compared; one that holds no letter or digit is compared as it is written. */
export function foldedTitle(title: string): string {
	return slug(title) || title;
}

/**
 * The family name of the first author, folded: of `Lee, Anna`, `Anna Lee`, `A. Lee` and MEDLINE's `Lee AB` it is `lee`.
 * Null where no author is known.
 */
export function firstAuthor({ authors: [first] }: Paper): string | null {
	if (first === undefined) return null;
	const name = first.replace(/,? (?:Jr|Sr|II|III|IV)\.?$/, '');
	const comma = name.indexOf(',');
	const words = name.split(/\s+/);
	const withoutInitials = words.filter((word, at) => at === 0 || !/^\p{Lu}{1,3}$/u.test(word));
	const family = comma > 0 ? name.slice(0, comma) : (withoutInitials.at(-1) ?? '');
	const folded = foldAccents(family.split(/\s+/).at(-1) ?? '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');
	return folded || null;
}

export function yearOf({ date }: Paper): number | null {
	return date === null ? null : Number(date.slice(0, 4));
}

function isPreprintPair(a: Paper, b: Paper): boolean {
	const [first, second] = [
		a.arxiv !== undefined && a.doi === undefined,
		b.arxiv !== undefined && b.doi === undefined
	];
	return first !== second && (first ? b : a).arxiv === undefined;
}

/**
 * How two papers with the same folded title, and no name in common, are one: by their first author and year, where both
 * are known. Null where they are two: what is known of both differs.
 */
export function whySameTitle(a: Paper, b: Paper): string | null {
	const [authorA, authorB] = [firstAuthor(a), firstAuthor(b)];
	const [yearA, yearB] = [yearOf(a), yearOf(b)];
	if (authorA !== null && authorB !== null && authorA !== authorB) return null;
	const words = foldedTitle(a.title).split('-').length;
	// "Editorial" and "Introduction": what they say must not differ either.
	if (words < tellingWords && a.abstract !== '' && b.abstract !== '' && a.abstract !== b.abstract)
		return null;
	if (yearA === null || yearB === null || yearA === yearB) return 'the same title, first author and year';
	const isTelling = words >= tellingWords && authorA !== null && authorB !== null;
	return isTelling && isPreprintPair(a, b) && Math.abs(yearA - yearB) <= yearsToPublication
		? 'a preprint with the same title and first author'
		: null;
}
