import { UsageError } from '#lib/domain/errors.ts';
import type { ConceptCorpus } from '#lib/domain/graph.ts';
import { compare } from '#lib/domain/order.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { canonicalise } from './canonicalise.ts';
import type { PaperExtraction } from './extract-text.ts';
import { extractAll, type ExtractTextsOptions } from './extract-texts.ts';
import { defaultStyle, styles, type Style } from './styles.ts';

export interface ExtractOptions extends ExtractTextsOptions {
	/** The name of a style; `map` without it. An unknown one is a usage error. */
	style?: string | undefined;
}

/** The result, and what each paper said by itself: enough to explain every concept. */
export interface Extracted {
	corpus: ConceptCorpus;
	/** Sorted by the id of the paper. */
	extractions: PaperExtraction[];
	style: Style;
}

function styleCalled(name: string): Style {
	const style = styles[name];
	if (!style)
		throw new UsageError(`There is no style ${name}.`, `There is: ${Object.keys(styles).join(', ')}.`);
	return style;
}

/** Finds the concepts of a corpus and keeps what each paper said. The order of the papers does not matter. */
export async function extractWithReasons(papers: Paper[], options: ExtractOptions = {}): Promise<Extracted> {
	const style = styleCalled(options.style ?? defaultStyle);
	const ordered = [...papers].sort((a, b) => compare(a.id, b.id));
	const texts = ordered.map(({ title, abstract }) => ({ title, abstract }));
	const found = await extractAll(texts, options);
	const extractions = ordered.flatMap(({ id }, index) => {
		const extraction = found[index];
		return extraction ? [{ paper: id, ...extraction }] : [];
	});
	return { corpus: canonicalise(ordered, extractions, style), extractions, style };
}

/** Finds the concepts of a corpus, where they are mentioned, who introduces them, and what is broader. */
export async function extractCorpus(papers: Paper[], options: ExtractOptions = {}): Promise<ConceptCorpus> {
	return (await extractWithReasons(papers, options)).corpus;
}
