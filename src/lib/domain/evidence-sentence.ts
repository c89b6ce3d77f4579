import { sentences } from './sentences.ts';

/** Places in a text, UTF-16 code units, ends exclusive. */
type Place = [start: number, end: number];

/**
 * The first sentence of `text` that holds a place of most of `groups`, with all places in it as offsets into the sentence,
 * and how many further sentences hold one. Of two concepts as groups it is one that speaks of both, where there is one. A
 * sentence of the abstract goes before the title, which says less.
 */
export function evidenceSentence(
	text: string,
	...groups: Place[][]
): { sentence: string; marks: Place[]; more: number } {
	const title = text.indexOf('\n');
	const found = sentences(text).flatMap(({ start: from, end: to }) => {
		const held = groups.map((places) => places.filter(([start, end]) => start >= from && end <= to));
		const marks = held
			.flat()
			.map(([start, end]): Place => [start - from, end - from])
			.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
		const all = held.filter(({ length }) => length > 0).length;
		return all > 0 ? [{ sentence: text.slice(from, to), marks, all, inTitle: from < title }] : [];
	});
	const most = Math.max(0, ...found.map(({ all }) => all));
	const fullest = found.filter(({ all }) => all === most);
	const best = fullest.find(({ inTitle }) => !inTitle) ?? fullest[0];
	if (!best) return { sentence: text.slice(0, Math.max(title, 0)), marks: [], more: 0 };
	return { sentence: best.sentence, marks: best.marks, more: found.length - 1 };
}
