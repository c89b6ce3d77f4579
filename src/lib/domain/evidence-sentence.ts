/** Places in a text, UTF-16 code units, ends exclusive. */
type Place = [start: number, end: number];

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * The first sentence of `text` that holds one of `places`, with the places in it as offsets into the sentence, and
 * how many further sentences hold one. A sentence of the abstract goes before the title, which says less.
 */
export function evidenceSentence(
	text: string,
	places: Place[]
): { sentence: string; marks: Place[]; more: number } {
	const title = text.indexOf('\n');
	const found = [...segmenter.segment(text)].flatMap(({ segment, index }) => {
		const sentence = segment.trimEnd();
		const marks = places
			.filter(([start, end]) => start >= index && end <= index + sentence.length)
			.map(([start, end]): Place => [start - index, end - index]);
		return marks.length > 0 ? [{ sentence, marks, inTitle: index < title }] : [];
	});
	const best = found.find(({ inTitle }) => !inTitle) ?? found[0];
	if (!best) return { sentence: text.slice(0, Math.max(title, 0)), marks: [], more: 0 };
	return { sentence: best.sentence, marks: best.marks, more: found.length - 1 };
}
