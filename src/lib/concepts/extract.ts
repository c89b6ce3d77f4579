import type { ConceptCorpus } from '#lib/domain/graph.ts';
import { compare } from '#lib/domain/order.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { background } from './background.ts';
import { canonicalise } from './canonicalise.ts';
import type { PaperExtraction } from './extract-text.ts';
import { extractAll, type ExtractTextsOptions } from './extract-texts.ts';
import { countFrequencies, withBackground, withoutSingles, type Frequencies } from './frequencies.ts';
import { paperContext } from './paper-context.ts';
import { rankPhrases } from './rank-phrases.ts';
import { selectForms, type Breadth, type Choice } from './select-forms.ts';
import { defaultStyle, readStyle, type Style } from './styles.ts';

export interface ExtractOptions extends ExtractTextsOptions {
	/** The name of a style; `map` without it. An unknown one is a usage error. */
	style?: string | undefined;
	/** `map` without it: what an ingest stores. */
	breadth?: Breadth;
}

/** The result, and all that it was made of: enough to explain every concept. */
export interface Extracted {
	corpus: ConceptCorpus;
	/** Sorted by the id of the paper, and so are the papers. */
	papers: Paper[];
	extractions: PaperExtraction[];
	frequencies: Frequencies;
	chosen: Map<string, Choice>;
	style: Style;
}

/** Finds the concepts of a corpus and keeps what they were made of. The order of the papers does not matter. */
export async function extractWithReasons(papers: Paper[], options: ExtractOptions = {}): Promise<Extracted> {
	const style = readStyle(options.style ?? defaultStyle);
	const ordered = [...papers].sort((a, b) => compare(a.id, b.id));
	const texts = ordered.map(({ title, abstract }) => ({ title, abstract }));
	const found = await extractAll(texts, options);
	const extractions = ordered.flatMap(({ id }, index) => {
		const extraction = found[index];
		return extraction ? [{ paper: id, ...extraction }] : [];
	});
	const own = withoutSingles(countFrequencies(extractions));
	const frequencies = withBackground(own, background());
	const ranked = extractions.map((extraction, index) =>
		rankPhrases(paperContext(ordered[index]?.title ?? '', extraction, frequencies, true), style)
	);
	const breadth = options.breadth ?? 'map';
	const chosen = selectForms(extractions, ranked, breadth);
	const corpus = canonicalise({ papers: ordered, extractions, ranked, chosen, breadth });
	return { corpus, papers: ordered, extractions, frequencies, chosen, style };
}

/** Finds the concepts of a corpus, where they are mentioned, who introduces them, and what is broader. */
export async function extractCorpus(papers: Paper[], options: ExtractOptions = {}): Promise<ConceptCorpus> {
	return (await extractWithReasons(papers, options)).corpus;
}
