import type { Concept, ConceptCorpus, Introduces, Mention } from '#lib/domain/graph.ts';
import { slug, type ConceptId } from '#lib/domain/ids.ts';
import type { Kind } from '#lib/domain/kind.ts';
import { paperText, type Paper } from '#lib/domain/paper.ts';
import { collectAliases } from './aliases.ts';
import { broader } from './broader.ts';
import { canonicalForm, singular } from './canonical-form.ts';
import { evidence } from './evidence.ts';
import { extractPaper, type PaperExtraction } from './extract-paper.ts';
import { kindCalled, kindOf } from './kind-of.ts';
import { selectForms } from './select-forms.ts';
import type { Span } from './sentences.ts';

export interface ExtractOptions {
	workers?: number;
	cache?: string | null;
	style?: string;
	onProgress?: (done: number, total: number) => void;
}

interface Found {
	surfaces: Map<string, number>;
	papers: Paper[];
	/** What the texts call it, once for each place where they do. */
	votes: Kind[];
	isIntroduced: boolean;
}

function byCodeUnit(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** The form written most often; the smaller one where two are even. */
function mostFrequent(surfaces: [string, number][]): string | undefined {
	return surfaces.sort((a, b) => b[1] - a[1] || byCodeUnit(a[0], b[0]))[0]?.[0];
}

/**
 * A surface form as a dictionary would list it: words that are capitalised only for a title or a sentence in lower
 * case, the last one in the singular. Names keep their capitals: `Chain-of-Thought Prompts` is
 * `chain-of-thought prompt`, `LLMs` is `LLM`, `Seg-Zero` stays.
 */
function dictionaryForm(surface: string): string {
	if (/^[A-Z0-9-]{2,}s$/.test(surface)) return surface.slice(0, -1);
	const isName =
		!/\s/.test(surface) &&
		/-[A-Z0-9]|[a-z][A-Z]|\d/.test(surface) &&
		!/^[A-Z][a-z]+(-(of|in|to|the|[A-Z][a-z]+))+$/.test(surface);
	if (isName) return surface;
	const lower = surface.replace(/(?<![A-Za-z])[A-Z][a-z]+(?![A-Za-z]*[A-Z])/g, (word) => word.toLowerCase());
	return lower.replace(/[a-z]+$/, singular);
}

function conceptOf(id: string, form: string, { surfaces, papers, votes, isIntroduced }: Found): Concept {
	const own = new Map<string, number>();
	for (const [surface, count] of surfaces) {
		if (canonicalForm(surface) !== form) continue;
		const written = dictionaryForm(surface);
		own.set(written, (own.get(written) ?? 0) + count);
	}
	const name = mostFrequent([...own]) ?? form;
	const shorts = [...surfaces].filter(
		([surface]) => /^[A-Z0-9-]{2,}$/.test(surface) && canonicalForm(surface) !== form
	);
	const dates = papers.flatMap(({ date }) => date ?? []).sort(byCodeUnit);
	return {
		id: id as ConceptId,
		name,
		label: mostFrequent(shorts) ?? name,
		kind: kindOf(form, votes, isIntroduced),
		aliases: [...surfaces.keys()].filter((surface) => surface !== name).sort(byCodeUnit),
		papers: papers.length,
		firstDate: dates[0] ?? null,
		lastDate: dates.at(-1) ?? null
	};
}

/**
 * A long form in brackets after "we present" is often only explained there ("reinforcement learning (RL)"): it is
 * introduced when no earlier paper speaks of it and not one paper in ten does.
 */
function isFirstToTell(papers: Paper[], paper: string, all: number): boolean {
	const date = papers.find(({ id }) => id === paper)?.date ?? '';
	return papers.length <= Math.max(3, all / 10) && papers.every((other) => (other.date ?? date) >= date);
}

/** True for a name with capitals inside: `PAIRED`, `InTRO`, `LLMs`. */
function isCapital(surface: string): boolean {
	return /[A-Z][^\s]*[A-Z]|[a-z][A-Z]/.test(surface);
}

/**
 * Forms of one word that name something only in capitals: a paper that introduces PAIRED is not meant where another
 * says that two things are paired.
 */
function capitalForms(extractions: PaperExtraction[]): Set<string> {
	const names = extractions.flatMap(({ introduced, pairs }) => [
		...introduced.map(({ name }) => name),
		...pairs.map(({ short }) => short)
	]);
	return new Set(
		names
			.filter((name) => isCapital(name))
			.map(canonicalForm)
			.filter((form) => !form.includes(' '))
	);
}

function placesOf(spans: Span[]) {
	const sorted = [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
	return { starts: sorted.map(({ start }) => start), ends: sorted.map(({ end }) => end) };
}

/** Finds the concepts of a corpus, where they are mentioned, who introduces them, and what is broader. */
export async function extractCorpus(papers: Paper[], options: ExtractOptions = {}): Promise<ConceptCorpus> {
	const ordered = [...papers].sort((a, b) => byCodeUnit(a.id, b.id));
	const extractions = [];
	for (const [index, paper] of ordered.entries()) {
		extractions.push(extractPaper(paper));
		if (index % 100 === 99 || index + 1 === ordered.length) {
			options.onProgress?.(index + 1, ordered.length);
			// Lets progress be drawn and signals arrive.
			await new Promise((resolve) => setImmediate(resolve));
		}
	}
	const aliases = collectAliases(extractions);
	const chosen = selectForms(extractions, canonicalForm);
	const capitals = capitalForms(extractions);
	const found = new Map<string, Found>();
	const ids = new Map<string, string>();
	const mentions: Mention[] = [];
	const introduces: Introduces[] = [];
	for (const [index, paper] of ordered.entries()) {
		const text = paperText(paper);
		const places = new Map<string, Span[]>();
		for (const [form, written] of evidence(text, chosen)) {
			const spans = capitals.has(form)
				? written.filter(({ start, end }) => isCapital(text.slice(start, end)))
				: written;
			if (spans.length === 0) continue;
			const concept = aliases.resolve(form, paper.id);
			places.set(concept, [...(places.get(concept) ?? []), ...spans]);
		}
		for (const [form, spans] of places) {
			const id = slug(form);
			if (id === '') continue;
			ids.set(id, form);
			const known = found.get(id) ?? {
				surfaces: new Map<string, number>(),
				papers: [],
				votes: [],
				isIntroduced: false
			};
			known.papers.push(paper);
			for (const { start, end } of spans) {
				const surface = text.slice(start, end);
				const vote = kindCalled(text, start, end);
				if (vote) known.votes.push(vote);
				known.surfaces.set(surface, (known.surfaces.get(surface) ?? 0) + 1);
			}
			found.set(id, known);
			const inTitle = spans.some(({ end }) => end <= paper.title.length);
			const weight = Math.min(1, 0.2 + 0.15 * spans.length + (inTitle ? 0.3 : 0));
			mentions.push({
				paper: paper.id,
				concept: id as ConceptId,
				weight: Math.round(weight * 1000) / 1000,
				count: spans.length,
				inTitle,
				...placesOf(spans)
			});
		}
		const seen = new Set<string>();
		for (const { name, rule } of extractions[index]?.introduced ?? []) {
			const form = aliases.resolve(canonicalForm(name), paper.id);
			const spans = places.get(form);
			if (!spans || seen.has(form)) continue;
			seen.add(form);
			const known = found.get(slug(form));
			if (known) known.isIntroduced = true;
			introduces.push({ paper: paper.id, concept: slug(form) as ConceptId, rule, ...placesOf(spans) });
		}
	}
	const kept = introduces.filter(
		({ paper, concept, rule }) =>
			rule !== 'long-form' || isFirstToTell(found.get(concept)?.papers ?? [], paper, ordered.length)
	);
	const concepts = [...found].map(([id, each]) => conceptOf(id, ids.get(id) ?? id, each));
	concepts.sort((a, b) => byCodeUnit(a.id, b.id));
	const byEnds = (a: Mention | Introduces, b: Mention | Introduces) =>
		byCodeUnit(a.paper, b.paper) || byCodeUnit(a.concept, b.concept);
	return {
		concepts,
		mentions: mentions.sort(byEnds),
		introduces: kept.sort(byEnds),
		broader: broader(concepts)
	};
}
