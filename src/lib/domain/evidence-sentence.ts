import type { TextPlace } from './places.ts';
import { sentences } from './sentences.ts';

/**
 * The first sentence of `text` that holds one of `places`, with the places in it as offsets into the sentence, and
 * how many further sentences hold one. A sentence of the abstract goes before the title, which says less.
 */
export function evidenceSentence(
	text: string,
	places: TextPlace[]
): { sentence: string; marks: TextPlace[]; more: number } {
	const title = text.indexOf('\n');
	const found = sentences(text).flatMap(({ start: from, end: to }) => {
		const marks = places
			.filter(([start, end]) => start >= from && end <= to)
			.map(([start, end]): TextPlace => [start - from, end - from]);
		return marks.length > 0 ? [{ sentence: text.slice(from, to), marks, inTitle: from < title }] : [];
	});
	const best = found.find(({ inTitle }) => !inTitle) ?? found[0];
	if (!best) return { sentence: text.slice(0, Math.max(title, 0)), marks: [], more: 0 };
	return { sentence: best.sentence, marks: best.marks, more: found.length - 1 };
}
