import { foldAccents } from '#lib/domain/fold-accents.ts';
import { paperText, type Paper } from '#lib/domain/paper.ts';
import { functionWords } from '#lib/graph/constants/function-words.ts';
import { nearness } from '#lib/graph/constants/nearness.ts';
import { rarity } from './step.ts';
import { RowsBuilder, type TermRows } from './term-rows.ts';

type Text = Pick<Paper, 'title' | 'abstract'>;

/** Words of a text in their order; null stands where two neighbours make no pair: a small word, the end of a sentence. */
function wordsOf(paper: Text): (string | null)[] {
	const parts =
		foldAccents(paperText(paper))
			.toLowerCase()
			.match(/[\p{L}\p{N}]+|[.;:!?\n]/gu) ?? [];
	return parts.map((part) => (part.length < 2 || functionWords.has(part) ? null : part));
}

/** Gives numbers to what is said, in the order in which it comes, and counts in how many papers. */
class Numbered<Key> {
	readonly #numbers = new Map<Key, number>();
	readonly papers: number[] = [];

	of(key: Key): number {
		let number = this.#numbers.get(key);
		if (number === undefined) {
			this.#numbers.set(key, (number = this.#numbers.size));
			this.papers.push(0);
		}
		return number;
	}

	count(numbers: Iterable<number>): void {
		for (const number of numbers) this.papers[number] = (this.papers[number] ?? 0) + 1;
	}
}

/** The most papers that may have a term for it to count, of a corpus of so many. */
function mostCommon(papers: number): number {
	const { share, fadesAt } = nearness.mostCommonSmall;
	// What two papers say must be able to make them near, however few there are.
	return Math.max(2, papers * (nearness.mostCommon + share / (1 + papers / fadesAt)));
}

/** How often each term is said. */
function tally(terms: Iterable<number>): Map<number, number> {
	const counts = new Map<number, number>();
	for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
	return counts;
}

/** The words of every paper as numbers, -1 for what makes no pair. */
function numberWords(papers: readonly Text[]): { texts: Int32Array[]; words: Numbered<string> } {
	const words = new Numbered<string>();
	const texts = papers.map((paper) => {
		const text = Int32Array.from(wordsOf(paper), (word) => (word === null ? -1 : words.of(word)));
		words.count(new Set(text.filter((word) => word >= 0)));
		return text;
	});
	return { texts, words };
}

/** Pairs of words that stand side by side, as one number each: `pairOf(first, second)` of the words' numbers. */
function* pairsOf(text: Int32Array, pairOf: (first: number, second: number) => number): Generator<number> {
	for (let at = 1; at < text.length; at += 1) {
		const [first = -1, second = -1] = [text[at - 1], text[at]];
		if (first >= 0 && second >= 0) yield pairOf(first, second);
	}
}

/**
 * The words and pairs of words of each paper that tell it from others: the rarest, each weighing by how often it is said
 * (1 + ln) and how rare it is. What only one paper says, or too many, counts nothing. Terms are numbered words first,
 * then pairs; `terms` says how many there are.
 */
export function textTerms(papers: readonly Text[]): { rows: TermRows; terms: number } {
	const { texts, words } = numberWords(papers);
	const count = words.papers.length;
	const pairs = new Numbered<number>();
	const pairOf = (first: number, second: number) => first * count + second;
	for (const text of texts) {
		const said = tally(pairsOf(text, pairOf));
		pairs.count([...said.keys()].map((key) => pairs.of(key)));
	}
	const most = mostCommon(papers.length);
	const papersOf = (term: number) => (term < count ? words.papers[term] : pairs.papers[term - count]) ?? 0;
	const builder = new RowsBuilder();
	for (const text of texts) {
		const said = [
			...tally(text.filter((word) => word >= 0)),
			...[...tally(pairsOf(text, pairOf))].map(([key, times]): [number, number] => [
				count + pairs.of(key),
				times
			])
		];
		const row = said.flatMap(([term, times]): [number, number][] => {
			const having = papersOf(term);
			if (having < 2 || having > most) return [];
			return [[term, (1 + Math.log(times)) * rarity(having)]];
		});
		row.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
		builder.add(row.slice(0, nearness.termsPerPaper));
	}
	return { rows: builder.rows(), terms: count + pairs.papers.length };
}
