import { extractCorpus } from '#lib/concepts/extract.ts';
import type { Concept } from '#lib/domain/graph.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { goldPapers, isForFit, matchKey, type GoldPaper } from '../gold.ts';
import { mean } from '../keyphrase-scores.ts';
import { asPaper } from './keyphrases.ts';

/** What belongs on the map, told by the keywords that others gave. */
export interface MapScores {
	papers: number;
	/** Share of the 100 concepts of most papers that a twentieth of the papers which mention them have as a keyword. */
	ofTop: number;
	/** Those that are not, by their labels, the one of most papers first. */
	doubtful: string[];
	/** Labels before what tells them apart that several concepts have, and how many concepts have one. */
	shared: { labels: number; concepts: number };
	/** Share of the concepts of five papers and more whose kind is `other`. */
	ofNoKind: number;
	/** Corpora of so many papers each: mentions a paper, and the share of the keywords in the text that are concepts. */
	small: { papers: number; mentions: number; recall: number };
}

const top = 100;
const least = 1 / 20;
/** Papers of a small corpus, as of a day's page; and how many such corpora are measured. */
const smallCorpus = 52;
const corpora = 12;
/** Papers of the large one: as many as a year's page has. */
const largeCorpus = 3000;

/** The key of a phrase without blanks: of forms that differ in these alone a concept keeps one. */
function spelt(phrase: string): string {
	return matchKey(phrase).replaceAll(' ', '');
}

/** For each paper the keys of all names of the concepts that it mentions, with the concepts. */
async function mentioned(papers: Paper[]) {
	const { concepts, mentions } = await extractCorpus(papers);
	const keys = new Map(
		concepts.map(({ id, name, label, aliases }) => [id, new Set([name, label, ...aliases].map(spelt))])
	);
	return { concepts, mentions, keys };
}

/** From so many papers on the kind of a concept is asked for. */
const several = 5;

function measureKinds(concepts: Concept[]): number {
	const known = concepts.filter(({ papers }) => papers >= several);
	return known.filter(({ kind }) => kind === 'other').length / Math.max(1, known.length);
}

function measureLabels(concepts: Concept[]): MapScores['shared'] {
	const counts = new Map<string, number>();
	for (const { label } of concepts) {
		const bare = (label.split(' · ')[0] ?? label).toLowerCase();
		counts.set(bare, (counts.get(bare) ?? 0) + 1);
	}
	const shared = [...counts.values()].filter((count) => count > 1);
	return { labels: shared.length, concepts: shared.reduce((sum, count) => sum + count, 0) };
}

async function measureTop(papers: GoldPaper[]): Promise<Omit<MapScores, 'papers' | 'small'>> {
	const { concepts, mentions, keys } = await mentioned(papers.map(asPaper));
	const gold = new Map(
		papers.map((paper) => [
			asPaper(paper).id as string,
			new Set([...paper.gold].map((key) => key.replaceAll(' ', '')))
		])
	);
	const given = new Map<string, number>();
	for (const { paper, concept } of mentions) {
		const isGiven = [...(keys.get(concept) ?? [])].some((key) => gold.get(paper)?.has(key));
		if (isGiven) given.set(concept, (given.get(concept) ?? 0) + 1);
	}
	const best = [...concepts].sort((a, b) => b.papers - a.papers).slice(0, top);
	const doubtful = best.filter(({ id, papers: count }) => (given.get(id) ?? 0) < least * count);
	return {
		ofTop: 1 - doubtful.length / best.length,
		doubtful: doubtful.map(({ label }) => label),
		shared: measureLabels(concepts),
		ofNoKind: measureKinds(concepts)
	};
}

async function measureSmall(papers: GoldPaper[]): Promise<MapScores['small']> {
	const counts: number[] = [];
	const recalls: number[] = [];
	for (let at = 0; at < corpora; at += 1) {
		const corpus = papers.slice(at * smallCorpus, (at + 1) * smallCorpus);
		const { mentions, keys } = await mentioned(corpus.map(asPaper));
		counts.push(mentions.length / corpus.length);
		for (const paper of corpus) {
			const { id } = asPaper(paper);
			const found = new Set(
				mentions.filter((each) => each.paper === id).flatMap(({ concept }) => [...(keys.get(concept) ?? [])])
			);
			const text = ` ${matchKey(`${paper.title} ${paper.abstract}`.replace(/[^\p{L}\p{N}+#.'-]+|[.'](?=\s|$)/gu, ' '))} `;
			const present = [...paper.gold].filter((key) => text.includes(` ${key} `));
			if (present.length > 0)
				recalls.push(present.filter((key) => found.has(key.replaceAll(' ', ''))).length / present.length);
		}
	}
	return { papers: smallCorpus, mentions: mean(counts), recall: mean(recalls) };
}

/** Measures the map's concepts on papers that the fit did not see, where there are enough; null without the file. */
export async function measureMap(folder: string): Promise<MapScores | null> {
	const all = goldPapers(folder, 'hf-daily/dev.jsonl')?.filter(({ gold }) => gold.size > 0);
	if (!all) return null;
	const unseen = all.filter((paper) => !isForFit(paper));
	return {
		papers: Math.min(all.length, largeCorpus),
		...(await measureTop(all.slice(0, largeCorpus))),
		small: await measureSmall(unseen)
	};
}
