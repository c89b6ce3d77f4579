import type { ConceptCorpus, Introduces, Mention } from '#lib/domain/graph.ts';
import { conceptIdSchema, slug } from '#lib/domain/ids.ts';
import { compare, round3 } from '#lib/domain/order.ts';
import { paperText, type Paper } from '#lib/domain/paper.ts';
import { alwaysInside } from './always-inside.ts';
import { collectAliases, type Aliases } from './aliases.ts';
import { broader } from './broader.ts';
import { canonicalForm } from './canonical-form.ts';
import { evidence, wantedForms } from './evidence.ts';
import type { PaperExtraction } from './extract-text.ts';
import { capitalForms, findPlaces } from './find-places.ts';
import { noEvidence, notePlace } from './kind-of.ts';
import { maskMarkup, plainSurface } from './mask-markup.ts';
import { nameConcept, type Found } from './name-concept.ts';
import type { RankedPhrase } from './rank-phrases.ts';
import type { Breadth, Choice } from './select-forms.ts';
import type { Span } from './sentences.ts';

/** What has been found so far, by the concept's id. */
type Finds = Map<string, Found>;

function placesOf(spans: Span[]) {
	return { starts: spans.map(({ start }) => start), ends: spans.map(({ end }) => end) };
}

/** So many places tell what kind a concept is of; more say the same again. */
const enoughPlaces = 60;

/** Notes a paper's places of a concept, and what its text, without markup, calls the concept there. */
function note(finds: Finds, form: string, paper: Paper, text: string, spans: Span[]): void {
	const id = slug(form);
	const known: Found = finds.get(id) ?? {
		form,
		surfaces: new Map(),
		papers: [],
		kind: noEvidence()
	};
	known.papers.push(paper);
	for (const { start, end } of spans) {
		const surface = plainSurface(text.slice(start, end));
		known.surfaces.set(surface, (known.surfaces.get(surface) ?? 0) + 1);
		if (known.kind.places < enoughPlaces) notePlace(known.kind, text, start, end);
	}
	finds.set(id, known);
}

/**
 * How much a paper is about a concept: the root of its best name's score, so that what scores a hundredth still counts
 * a tenth. What is only found by its name, where no phrase was, counts least.
 */
function weightOf(form: string, aliases: Set<string> | undefined, scores: Map<string, number>): number {
	const best = Math.max(0, ...[form, ...(aliases ?? [])].map((each) => scores.get(each) ?? 0));
	return round3(Math.max(0.03, Math.sqrt(best)));
}

function mentionOf(paper: Paper, form: string, spans: Span[], weight: number): Mention {
	const inTitle = spans.some(({ end }) => end <= paper.title.length);
	return {
		paper: paper.id,
		concept: conceptIdSchema.parse(slug(form)),
		weight,
		count: spans.length,
		inTitle,
		...placesOf(spans)
	};
}

/** What a paper introduces, each concept once, by the first rule that found it. */
function introductions(
	{ paper, introduced }: PaperExtraction,
	places: Map<string, Span[]>,
	aliases: Aliases
): Introduces[] {
	const found = new Map<string, Introduces>();
	for (const { name, rule } of introduced) {
		const form = aliases.resolve(canonicalForm(name), paper);
		const spans = places.get(form);
		if (!spans || found.has(form)) continue;
		found.set(form, { paper, concept: conceptIdSchema.parse(slug(form)), rule, ...placesOf(spans) });
	}
	return [...found.values()];
}

/**
 * A long form in brackets after "we present" is often only explained there ("reinforcement learning (RL)"): it is
 * introduced when no earlier paper speaks of it and not one paper in ten does.
 */
function isFirstToTell({ paper, concept, rule }: Introduces, finds: Finds, all: number): boolean {
	if (rule !== 'long-form') return true;
	const papers = finds.get(concept)?.papers ?? [];
	const date = papers.find(({ id }) => id === paper)?.date ?? '';
	return papers.length <= Math.max(3, all / 10) && papers.every((other) => (other.date ?? date) >= date);
}

/**
 * Least share, among the papers in which a single word stands, of those in which the tagger takes it for a name:
 * `consider` and `under` are nouns once in a hundred times.
 */
const leastNoun = 0.45;

/**
 * Single words that are hardly ever names where they stand: a word that the tagger took for a noun in a few papers is
 * found in all that use it as a verb. Not for words in capitals, acronyms and what a paper introduces.
 */
function rarelyNames(finds: Finds, chosen: Map<string, Choice>): Set<string> {
	const rare = new Set<string>();
	for (const [id, { form, papers }] of finds) {
		const choice = chosen.get(form);
		if (form.includes(' ') || choice?.rule !== 'recurs') continue;
		if (choice.papers < leastNoun * papers.length) rare.add(id);
	}
	return rare;
}

/** What a paper introduces or abbreviates is more than a part, even where it only stands inside a longer name. */
function keeps(form: string, chosen: Map<string, Choice>, parts: ReadonlySet<string>): boolean {
	const rule = chosen.get(form)?.rule;
	return !parts.has(form) || rule === 'introduced' || rule === 'acronym';
}

/** Everything that is known of a corpus's texts: papers, extractions and rankings in the same order, by id. */
export interface ReadCorpus {
	papers: Paper[];
	extractions: PaperExtraction[];
	ranked: RankedPhrase[][];
	chosen: Map<string, Choice>;
	breadth: Breadth;
}

/**
 * From what each text says to the concepts of the corpus: one identity for every spelling, acronym and long form,
 * where each is mentioned, who introduces it and what is broader.
 */
export function canonicalise({ papers, extractions, ranked, chosen, breadth }: ReadCorpus): ConceptCorpus {
	const aliases = collectAliases(extractions);
	const capitals = capitalForms(extractions);
	const texts = papers.map((paper) => maskMarkup(paperText(paper)));
	const wanted = wantedForms([...chosen.keys(), ...aliases.variants(chosen.keys())]);
	const written = texts.map((text) => evidence(text, wanted));
	// Where all that ranks high in any paper is wanted, nothing that the corpus holds against it counts.
	const isMap = breadth === 'map';
	const parts = isMap ? alwaysInside(written) : new Set<string>();
	const finds: Finds = new Map();
	const mentions: Mention[] = [];
	const introduces: Introduces[] = [];
	for (const [index, paper] of papers.entries()) {
		const whole = [...(written[index] ?? [])].filter(([form]) => keeps(form, chosen, parts));
		const { places, forms } = findPlaces(paper, new Map(whole), capitals, aliases);
		const scores = new Map((ranked[index] ?? []).map(({ form, score }) => [form, score]));
		for (const [form, spans] of places) {
			// A form without a letter or digit of the Latin alphabet has no id that an address could hold.
			if (slug(form) === '') {
				places.delete(form);
				continue;
			}
			note(finds, form, paper, texts[index] ?? '', spans);
			mentions.push(mentionOf(paper, form, spans, weightOf(form, forms.get(form), scores)));
		}
		const extraction = extractions[index];
		if (extraction) introduces.push(...introductions(extraction, places, aliases));
	}
	if (isMap) for (const id of rarelyNames(finds, chosen)) finds.delete(id);
	for (const { concept } of introduces) {
		const known = finds.get(concept);
		if (known) known.kind.isIntroduced = true;
	}
	const concepts = [...finds].map(([id, found]) => nameConcept(id, found));
	concepts.sort((a, b) => compare(a.id, b.id));
	const byEnds = (a: Mention | Introduces, b: Mention | Introduces) =>
		compare(a.paper, b.paper) || compare(a.concept, b.concept);
	const kept = mentions.filter(({ concept }) => finds.has(concept)).sort(byEnds);
	return {
		concepts,
		mentions: kept,
		introduces: introduces
			.filter((each) => finds.has(each.concept) && isFirstToTell(each, finds, papers.length))
			.sort(byEnds),
		broader: broader(concepts, kept)
	};
}
