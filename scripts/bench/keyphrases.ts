import { candidates } from '#lib/concepts/text/candidates.ts';
import { extractText, proseOf } from '#lib/concepts/text/extract-text.ts';
import { extractCorpus } from '#lib/concepts/extract.ts';
import type { StyleName } from '#lib/concepts/ranking/styles.ts';
import { Vocabulary } from '#lib/concepts/words/vocabulary.ts';
import { paperIdSchema } from '#lib/domain/ids.ts';
import { compare } from '#lib/domain/order.ts';
import { paperText, type Paper } from '#lib/domain/paper.ts';
import { goldPapers, isForFit, matchKey, type GoldPaper } from '../gold.ts';
import { f1At, mean } from '../keyphrase-scores.ts';

/** A set of papers with given phrases, and the style that is measured on it. */
export interface KeyphraseSet {
	name: string;
	file: string;
	style: StyleName;
	/** Some of its papers were fitted on: only the others are reported. */
	isShared: boolean;
}

export const keyphraseSets: KeyphraseSet[] = [
	{ name: 'inspec dev', file: 'inspec/dev.jsonl', style: 'inspec', isShared: false },
	{ name: 'hf-daily dev', file: 'hf-daily/dev.jsonl', style: 'map', isShared: true },
	{
		name: 'author-keywords dev',
		file: 'author-keywords/dev.jsonl',
		style: 'author-keywords',
		isShared: true
	},
	{ name: 'kp20k valid', file: 'kp20k-1k/valid.jsonl', style: 'author-keywords', isShared: false }
];

export interface KeyphraseScores {
	/** Papers with gold phrases that the fit did not see. */
	papers: number;
	f1At5: number;
	f1At10: number;
	/** Share of the gold phrases that are candidates: of those that stand in the text, and of all. */
	recallOfPresent: number;
	recallOfAll: number;
	/** Candidates of a paper. */
	candidates: number;
}

/** A paper of a set as an ingest would see it. */
export function asPaper({ id, title, abstract }: Omit<GoldPaper, 'gold'>): Paper {
	return {
		id: paperIdSchema.parse(id.replace(/[^A-Za-z0-9.-]/g, '-')),
		title,
		abstract,
		date: null,
		url: null,
		organization: null,
		authors: [],
		authorCount: null,
		comments: null,
		source: 'bench'
	};
}

function candidateKeys(paper: GoldPaper, vocabulary: Vocabulary): Set<string> {
	const { phrases, pairs, introduced } = extractText(paper, vocabulary);
	const text = proseOf(paper).text;
	return new Set(
		[
			// Forms have lost plurals; as they are written, stems are the metric's own.
			...candidates(text, vocabulary).map(({ start, end }) => text.slice(start, end)),
			...phrases.map(({ phrase }) => phrase.form),
			...pairs.flatMap(({ short, long }) => [short, long]),
			...introduced.map(({ name }) => name)
		].map(matchKey)
	);
}

/** The text as the metric would match it: stems between blanks. */
function stemmed(paper: GoldPaper): string {
	return ` ${matchKey(paperText(paper).replace(/[^\p{L}\p{N}+#.'-]+|[.'](?=\s|$)/gu, ' '))} `;
}

function recall(
	papers: GoldPaper[]
): Pick<KeyphraseScores, 'recallOfPresent' | 'recallOfAll' | 'candidates'> {
	const vocabulary = new Vocabulary();
	let [all, present, found, count] = [0, 0, 0, 0];
	for (const paper of papers) {
		const keys = candidateKeys(paper, vocabulary);
		const text = stemmed(paper);
		count += keys.size;
		for (const phrase of paper.gold) {
			all += 1;
			if (keys.has(phrase)) found += 1;
			if (keys.has(phrase) || text.includes(` ${phrase} `)) present += 1;
		}
	}
	return { recallOfPresent: found / present, recallOfAll: found / all, candidates: count / papers.length };
}

/** The names that a corpus's papers are given, best first, by the paper's id. */
async function rankedNames(papers: Paper[], style: StyleName): Promise<Map<string, string[]>> {
	const { concepts, mentions } = await extractCorpus(papers, { style, breadth: 'paper' });
	const nameOf = new Map(concepts.map(({ id, name }) => [id, name]));
	const ranked = new Map<string, string[]>(papers.map(({ id }) => [id, []]));
	const best = [...mentions].sort((a, b) => b.weight - a.weight || compare(a.concept, b.concept));
	for (const { paper, concept } of best) ranked.get(paper)?.push(nameOf.get(concept) ?? '');
	return ranked;
}

/** The papers of a set that are reported on; null where its file is not there. */
export function reportedPapers(folder: string, set: KeyphraseSet): GoldPaper[] | null {
	const all = goldPapers(folder, set.file);
	if (!all) return null;
	const papers = all.filter((paper) => paper.gold.size > 0 && !(set.isShared && isForFit(paper)));
	if (papers.length === 0) throw new Error('none of its papers to report on has given phrases');
	return papers;
}

/** For each depth the F1 of each paper, in their order, all of them being one corpus. */
export async function f1OfPapers(
	papers: GoldPaper[],
	style: StyleName,
	depths: number[]
): Promise<number[][]> {
	const ranked = await rankedNames(papers.map(asPaper), style);
	return depths.map((depth) =>
		papers.map((paper) => f1At(depth, ranked.get(asPaper(paper).id) ?? [], paper.gold))
	);
}

/** Measures a set in its style, all its papers being one corpus; null where its file is not there. */
export async function measureKeyphrases(folder: string, set: KeyphraseSet): Promise<KeyphraseScores | null> {
	const papers = reportedPapers(folder, set);
	if (!papers) return null;
	const [at5 = [], at10 = []] = await f1OfPapers(papers, set.style, [5, 10]);
	return { papers: papers.length, f1At5: mean(at5), f1At10: mean(at10), ...recall(papers) };
}
