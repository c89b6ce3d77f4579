import { evidenceSentence } from './evidence-sentence.ts';
import type { TextPlace } from './places.ts';
import { sentences } from './sentences.ts';

/** What stands between two sentences that do not follow each other. */
const gap = ' … ';

interface Joining {
	sentence: string;
	/** The places in it, ascending: offsets into the sentence. */
	marks: TextPlace[];
	/** Whether one sentence says both. */
	isOne: boolean;
}

/** Of places that overlap the first and longest is marked. */
function apart(marks: TextPlace[]): TextPlace[] {
	const sorted = [...marks].sort((a, b) => a[0] - b[0] || b[1] - a[1]);
	return sorted.filter(([start], index) => sorted.slice(0, index).every(([, end]) => end <= start));
}

/**
 * What a text says of two things: the first sentence that holds a place of each, one of the abstract before the title;
 * else a sentence of one and a sentence of the other, in the order of the text. Of one thing alone (`second` empty) its
 * sentence.
 */
export function joiningSentence(text: string, first: TextPlace[], second: TextPlace[]): Joining {
	const within = (places: TextPlace[], from: number, to: number) =>
		places.filter(([start, end]) => start >= from && end <= to);
	const title = text.indexOf('\n');
	const both = sentences(text).filter(
		({ start, end }) => within(first, start, end).length > 0 && within(second, start, end).length > 0
	);
	const best = both.find(({ start }) => start > title) ?? both[0];
	if (best) {
		const marks = within([...first, ...second], best.start, best.end);
		return {
			sentence: text.slice(best.start, best.end),
			marks: apart(marks.map(([start, end]) => [start - best.start, end - best.start])),
			isOne: true
		};
	}
	const parts = [first, second]
		.filter((places) => places.length > 0)
		.map((places) => evidenceSentence(text, places))
		.map((part) => ({ ...part, at: text.indexOf(part.sentence) }))
		.sort((a, b) => a.at - b.at);
	let sentence = '';
	const marks: TextPlace[] = [];
	for (const part of parts) {
		const offset = sentence === '' ? 0 : sentence.length + gap.length;
		sentence = sentence === '' ? part.sentence : sentence + gap + part.sentence;
		for (const [start, end] of part.marks) marks.push([start + offset, end + offset]);
	}
	return { sentence, marks: apart(marks), isOne: second.length === 0 };
}
