import { writtenOut, type Aliases, type PaperDefinitions } from './aliases.ts';
import { canonicalForm } from '#lib/concepts/words/canonical-form.ts';
import type { Definitions } from '#lib/concepts/text/extract-text.ts';
import { isCapital } from '#lib/concepts/words/is-capital.ts';
import type { Choice } from '#lib/concepts/ranking/select-forms.ts';
import type { Span } from '#lib/domain/sentences.ts';

/** Where concepts are looked for by their forms: what each form means, and how it must be written. */
export interface NamedForms {
	/** Each form with the concept that the corpus means by it. */
	concepts: Map<string, string>;
	/** Forms that name something only in capitals: PAIRED is not meant where two things are paired. */
	capitals: Set<string>;
	/** Forms that name something only with a capital: `Script`, a system, is not meant by every script. */
	proper: Set<string>;
	/** Concepts of many papers: for each, one paper in how many is enough to tell its kind. */
	frequent: Map<string, number>;
}

/** So many papers tell what kind a concept is of; more say the same again. */
const enoughPapers = 60;

/** The concepts of more papers than are needed to tell their kinds. */
function frequentConcepts(
	concepts: Map<string, string>,
	papersOf: (form: string) => number
): Map<string, number> {
	const papers = new Map<string, number>();
	for (const [form, concept] of concepts) papers.set(concept, (papers.get(concept) ?? 0) + papersOf(form));
	const often = [...papers].filter(([, count]) => count > enoughPapers);
	return new Map(often.map(([concept, count]) => [concept, Math.ceil(count / enoughPapers)]));
}

/** True where every word but the small ones has a capital or a digit. */
function isProper(surface: string): boolean {
	return surface
		.split(' ')
		.every((word) => /[\p{Lu}\p{N}]/u.test(word) || /^(a|and|for|in|of|on|the|to|with)$/.test(word));
}

/** Of what papers bring and abbreviate, the forms of one word that need their capitals. */
function capitalForms(definitions: Definitions[]): Set<string> {
	const names = definitions.flatMap(({ introduced, pairs }) => [
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

/** Of what papers bring, the forms that are chosen for nothing else and are written with a capital. */
function properForms(definitions: Definitions[], chosen: Map<string, Choice>): Set<string> {
	const names = definitions.flatMap(({ introduced }) => introduced.map(({ name }) => name));
	return new Set(
		names
			.filter(isProper)
			.map(canonicalForm)
			.filter((form) => chosen.get(form)?.rule === 'introduced')
	);
}

/** The chosen forms, what papers mean by them, and whatever else means the same, ready to be looked for. */
export function namedForms(
	chosen: Map<string, Choice>,
	aliases: Aliases,
	definitions: PaperDefinitions[],
	papersOf: (form: string) => number
): NamedForms {
	const wanted = new Set([...chosen.keys()].flatMap((form) => [form, aliases.resolve(form)]));
	for (const { paper } of definitions)
		for (const [short, long] of aliases.ownOf(paper)) if (chosen.has(short)) wanted.add(long);
	const forms = [...wanted, ...aliases.variants(wanted)];
	const concepts = new Map(forms.map((form) => [form, aliases.resolve(form)]));
	return {
		concepts,
		capitals: capitalForms(definitions),
		proper: properForms(definitions, chosen),
		frequent: frequentConcepts(concepts, papersOf)
	};
}

/** No forms at all. */
export const noForms: NamedForms = {
	concepts: new Map(),
	capitals: new Set(),
	proper: new Set(),
	frequent: new Map()
};

/** Where a paper speaks of which concept. */
export interface FoundPlaces {
	/** By the concept's form: all its places, in the order of the text. */
	places: Map<string, Span[]>;
	/** By the concept's form: the forms by which the paper calls it. */
	forms: Map<string, Set<string>>;
}

/** The concept that a paper means by a form; `own` has what the paper itself defines. */
export function meantBy(form: string, own: ReadonlyMap<string, string>, { concepts }: NamedForms): string {
	const shared = concepts.get(form) ?? form;
	if (own.size === 0) return shared;
	const isConcept = (whole: string) => concepts.has(whole);
	return own.get(form) ?? concepts.get(writtenOut(form, (word) => own.get(word), isConcept)) ?? shared;
}

/** From where forms are written to where concepts are spoken of, by any of their names. */
export function findPlaces(
	text: string,
	written: Iterable<[form: string, spans: Span[]]>,
	own: ReadonlyMap<string, string>,
	named: NamedForms
): FoundPlaces {
	const places = new Map<string, Span[]>();
	const forms = new Map<string, Set<string>>();
	for (const [form, everywhere] of written) {
		const isWritten = named.capitals.has(form) ? isCapital : named.proper.has(form) ? isProper : null;
		const spans = isWritten
			? everywhere.filter(({ start, end }) => isWritten(text.slice(start, end)))
			: everywhere;
		if (spans.length === 0) continue;
		const concept = meantBy(form, own, named);
		places.set(concept, [...(places.get(concept) ?? []), ...spans]);
		forms.set(concept, (forms.get(concept) ?? new Set<string>()).add(form));
	}
	for (const spans of places.values()) spans.sort((a, b) => a.start - b.start || a.end - b.end);
	return { places, forms };
}
