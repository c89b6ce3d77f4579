import { foldAccents } from '#lib/domain/fold-accents.ts';
import { paperText, type Paper } from '#lib/domain/paper.ts';
import { functionWords } from '#lib/graph/constants/function-words.ts';
import { nearness } from '#lib/graph/constants/nearness.ts';
import { NumberTable } from './number-table.ts';
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

/** The most papers that may have a term for it to count, of a corpus of so many. */
function mostCommon(papers: number): number {
	const { share, fadesAt } = nearness.mostCommonSmall;
	// What two papers say must be able to make them near, however few there are.
	return Math.max(2, papers * (nearness.mostCommon + share / (1 + papers / fadesAt)));
}

/** In how many papers each of some terms is, each paper counting once. */
class PaperCounts {
	readonly #papers: number[] = [];
	/** The last paper that was counted for each term. */
	readonly #last: number[] = [];

	count(term: number, paper: number): void {
		if (this.#last[term] === paper) return;
		this.#last[term] = paper;
		this.#papers[term] = (this.#papers[term] ?? 0) + 1;
	}

	of(term: number): number {
		return this.#papers[term] ?? 0;
	}
}

/** What is said in all papers, as numbers that are given in the order in which it comes. */
interface Said {
	/** The words of every paper in their order, -1 for what makes no pair. */
	texts: Int32Array[];
	/** The pairs of words that stand side by side in every paper, in their order. */
	pairs: Uint32Array[];
	/** How many different ones there are. */
	wordCount: number;
	pairCount: number;
	papersOfWord: PaperCounts;
	papersOfPair: PaperCounts;
}

/** Numbers words and pairs of words, and counts in how many papers each is. */
function numberSaid(papers: readonly Text[]): Said {
	const words = new Map<string, number>();
	const numberOf = (word: string): number => {
		let number = words.get(word);
		if (number === undefined) words.set(word, (number = words.size));
		return number;
	};
	const papersOfWord = new PaperCounts();
	const texts = papers.map((paper, index) => {
		const text = Int32Array.from(wordsOf(paper), (word) => (word === null ? -1 : numberOf(word)));
		for (const word of text) if (word >= 0) papersOfWord.count(word, index);
		return text;
	});
	const table = new NumberTable();
	const papersOfPair = new PaperCounts();
	const pairs = texts.map((text, index) => {
		const own = new Uint32Array(text.length);
		let length = 0;
		for (let at = 1; at < text.length; at += 1) {
			const [first, second] = [text[at - 1] as number, text[at] as number];
			if (first < 0 || second < 0) continue;
			const pair = table.of(first * words.size + second);
			papersOfPair.count(pair, index);
			own[length] = pair;
			length += 1;
		}
		return own.slice(0, length);
	});
	return { texts, pairs, wordCount: words.size, pairCount: table.size, papersOfWord, papersOfPair };
}

/** How often each term is said. */
function tally(terms: Iterable<number>): Map<number, number> {
	const counts = new Map<number, number>();
	for (const term of terms) if (term >= 0) counts.set(term, (counts.get(term) ?? 0) + 1);
	return counts;
}

/**
 * The words and pairs of words of each paper that tell it from others: the rarest, each weighing by how often it is said
 * (1 + ln) and how rare it is. What only one paper says, or too many, counts nothing. Terms are numbered words first,
 * then pairs; `terms` says how many there are.
 */
export function textTerms(papers: readonly Text[]): { rows: TermRows; terms: number } {
	const { texts, pairs, wordCount, pairCount, papersOfWord, papersOfPair } = numberSaid(papers);
	const most = mostCommon(papers.length);
	const builder = new RowsBuilder();
	const rarities: number[] = [];
	for (const [index, text] of texts.entries()) {
		const row: [term: number, weight: number][] = [];
		const add = (term: number, times: number, having: number) => {
			if (having < 2 || having > most) return;
			row.push([term, (1 + Math.log(times)) * (rarities[having] ??= rarity(having))]);
		};
		for (const [word, times] of tally(text)) add(word, times, papersOfWord.of(word));
		for (const [pair, times] of tally(pairs[index] ?? []))
			add(wordCount + pair, times, papersOfPair.of(pair));
		row.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
		builder.add(row.slice(0, nearness.termsPerPaper));
	}
	return { rows: builder.rows(), terms: wordCount + pairCount };
}
