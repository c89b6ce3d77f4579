import type { Paper } from '#lib/domain/paper.ts';
import type { PaperDefinitions } from '#lib/concepts/identity/aliases.ts';
import { countInside, type InsideCounts } from '#lib/concepts/identity/always-inside.ts';
import { background } from '#lib/concepts/words/background.ts';
import type { FrequencyTable } from '#lib/concepts/words/frequency-table.ts';
import { compactPhrases, loosePhrases } from '#lib/concepts/text/compact-phrases.ts';
import { evidence, wantedForms } from '#lib/concepts/text/evidence.ts';
import { extractText, proseOf, type TextExtraction } from '#lib/concepts/text/extract-text.ts';
import { noForms, type NamedForms } from '#lib/concepts/identity/find-places.ts';
import { countTexts, frequenciesOf, noTexts, type CorpusCounts } from '#lib/concepts/ranking/frequencies.ts';
import { packExtraction, unpackExtraction } from '#lib/concepts/text/packed-extraction.ts';
import { otherPapers, paperContext, type OtherPapers } from '#lib/concepts/ranking/paper-context.ts';
import {
	byEnds,
	nothingPlaced,
	placeConcepts,
	type PlacedConcepts,
	type Placing
} from '#lib/concepts/identity/place-concepts.ts';
import { rankPhrases, type RankedPhrase } from '#lib/concepts/ranking/rank-phrases.ts';
import { bestReasons, type ScoreReasons } from '#lib/concepts/ranking/score-reasons.ts';
import { addRanks, noRanks, type Breadth, type RankSummary } from '#lib/concepts/ranking/select-forms.ts';
import type { Span } from '#lib/domain/sentences.ts';
import { readStyle, type StyleName } from '#lib/concepts/ranking/styles.ts';
import { Vocabulary } from '#lib/concepts/words/vocabulary.ts';

/** All that extraction looks at of a paper. */
export type PaperToRead = Pick<Paper, 'id' | 'title' | 'abstract' | 'keywords'>;

/** Papers that have been read: what they define, and each one's extraction packed where that shall be remembered. */
export interface PapersRead {
	definitions: PaperDefinitions[];
	packed: (string | null)[];
}

interface ShardPaper {
	paper: PaperToRead;
	extraction: Omit<TextExtraction, 'phrases'>;
	/** Its phrases, see `compactPhrases`; null once they are not needed any more. */
	phrases: Uint32Array | null;
	/** Its phrases with their scores: for a map the same in whatever corpus it stands. */
	scores: RankedPhrase[];
	/** Its text as prose; empty until it is asked for. */
	text: string;
	written: Map<string, Span[]>;
}

/**
 * A part of a corpus, in one thread: it reads its papers once and keeps them, so that only counts and results go
 * between threads. The calls follow one another as they stand here. Which papers are in which shard makes no
 * difference to what all shards say together.
 */
export class Shard {
	#vocabulary = new Vocabulary();
	readonly #papers: ShardPaper[] = [];
	#others: OtherPapers | null = null;
	#named = noForms;

	/** Reads papers and adds them to the shard. `known` holds what was packed of some of them before, by their place. */
	read(papers: PaperToRead[], known: Map<number, string>, remember: boolean): PapersRead {
		const read = papers.map((paper, at) => {
			const packed = known.get(at);
			const before = packed === undefined ? null : unpackExtraction(packed, this.#vocabulary);
			const prose = before ? null : proseOf(paper);
			const extraction = before ?? extractText(paper, this.#vocabulary, prose ?? undefined);
			const { phrases, ...definitions } = extraction;
			this.#papers.push({
				paper,
				extraction: definitions,
				phrases: compactPhrases(phrases),
				scores: [],
				text: prose?.text ?? '',
				written: new Map()
			});
			return { paper: paper.id, extraction, packed: remember && !before ? packExtraction(extraction) : null };
		});
		return {
			definitions: read.map(({ paper, extraction: { pairs, introduced } }) => ({ paper, pairs, introduced })),
			packed: read.map(({ packed }) => packed)
		};
	}

	/** All that a paper's text says. */
	#extractionOf({ extraction, phrases }: ShardPaper): TextExtraction {
		return { ...extraction, phrases: phrases ? loosePhrases(phrases, this.#vocabulary) : [] };
	}

	/** The same of one paper after the other: no two of them are at hand at once. */
	*#extractions(): Generator<TextExtraction> {
		for (const each of this.#papers) yield this.#extractionOf(each);
	}

	/** Counts what the papers say. */
	count(): CorpusCounts {
		return countTexts(this.#extractions(), this.#vocabulary);
	}

	/**
	 * Ranks each paper's phrases by what the corpus says of them; `own` are the frequencies of all shards. For a
	 * map, how much a paper is about a phrase is told without the corpus, so that it stays the same when papers are added;
	 * where all that ranks high in a paper is wanted, by its rank. Afterwards
	 * phrases are only needed for `reasons`, and are forgotten where these are not wanted: they fill most of the memory.
	 */
	rank(own: FrequencyTable, style: StyleName, breadth: Breadth, forReasons: boolean): RankSummary {
		const constants = readStyle(style);
		const othersOf = (counted: FrequencyTable, isCounted: boolean) =>
			otherPapers(this.#vocabulary, frequenciesOf(this.#vocabulary, counted, background()), isCounted);
		const others = othersOf(own, true);
		this.#others = others;
		const rankedBy = ({ title }: PaperToRead, extraction: TextExtraction, by: OtherPapers) =>
			rankPhrases(paperContext(title, extraction, by), constants);
		const anywhere = breadth === 'map' ? othersOf(noTexts, false) : null;
		const summary = noRanks();
		for (const each of this.#papers) {
			const extraction = this.#extractionOf(each);
			const ranked = rankedBy(each.paper, extraction, others);
			addRanks(summary, ranked);
			each.scores = anywhere ? rankedBy(each.paper, extraction, anywhere) : ranked;
			if (!forReasons) each.phrases = null;
		}
		if (!forReasons) {
			this.#vocabulary = new Vocabulary();
			this.#others = null;
		}
		return summary;
	}

	/** Looks for concepts by their forms, and counts which forms stand inside others. */
	locate(named: NamedForms): InsideCounts {
		this.#named = named;
		const wanted = wantedForms(named.concepts.keys());
		for (const each of this.#papers) {
			each.text ||= proseOf(each.paper).text;
			each.written = evidence(each.text, wanted);
		}
		return countInside(this.#papers.map(({ written }) => written));
	}

	/**
	 * Says which concepts are where. `own` has for each paper the short forms that it defines with what it means by them.
	 */
	place(own: Map<string, [short: string, concept: string][]>, placing: Placing): PlacedConcepts {
		const placed = nothingPlaced();
		for (const { extraction, ...each } of this.#papers) {
			const { pairs, introduced } = extraction;
			const located = { ...each, pairs, introduced, own: new Map(own.get(each.paper.id)) };
			placeConcepts(placed, located, this.#named, placing);
		}
		for (const each of this.#papers) each.written = new Map<string, Span[]>();
		// What every shard has put in order is quickly in order together.
		placed.mentions.sort(byEnds);
		return placed;
	}

	/** Why the phrase that scores best of some scores so; null where no paper of the shard says one of them. */
	reasons(forms: ReadonlySet<string>, style: StyleName): ScoreReasons | null {
		const others = this.#others;
		if (!others) return null;
		const saying = this.#papers.flatMap((each) => {
			const extraction = this.#extractionOf(each);
			if (!extraction.phrases.some(({ phrase }) => forms.has(phrase.form))) return [];
			const { id, title } = each.paper;
			return [{ paper: id, context: paperContext(title, extraction, others) }];
		});
		return bestReasons(saying, forms, readStyle(style));
	}
}
