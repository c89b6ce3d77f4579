import { sentences } from './sentences.ts';

/** Places in a text, UTF-16 code units, ends exclusive. */
type Place = [start: number, end: number];

/**
 * The first sentence of `text` that holds one of `places`, with the places in it as offsets into the sentence, and
 * how many further sentences hold one. A sentence of the abstract goes before the title, which says less.
 */
export function evidenceSentence(
	text: string,
	places: Place[]
): { sentence: string; marks: Place[]; more: number } {
	const title = text.indexOf('\n');
	const found = sentences(text).flatMap(({ start: from, end: to }) => {
		const marks = places
			.filter(([start, end]) => start >= from && end <= to)
			.map(([start, end]): Place => [start - from, end - from]);
		return marks.length > 0 ? [{ sentence: text.slice(from, to), marks, inTitle: from < title }] : [];
	});
	const best = found.find(({ inTitle }) => !inTitle) ?? found[0];
	if (!best) return { sentence: text.slice(0, Math.max(title, 0)), marks: [], more: 0 };
	return { sentence: best.sentence, marks: best.marks, more: found.length - 1 };
}
