import { writtenOut, type Aliases } from './aliases.ts';
import { canonicalForm } from './canonical-form.ts';
import type { Definitions } from './extract-text.ts';
import type { Span } from './sentences.ts';

/** Where concepts are looked for by their forms: what each form means, and how it must be written. */
export interface NamedForms {
	/** Each form with the concept that the corpus means by it. */
	concepts: Map<string, string>;
	/** Forms that name something only in capitals. */
	capitals: Set<string>;
}

/** True for a name with capitals inside: `PAIRED`, `InTRO`, `LLMs`. */
function isCapital(surface: string): boolean {
	return /[A-Z][^\s]*[A-Z]|[a-z][A-Z]/.test(surface);
}

/**
 * Forms of one word that name something only in capitals: a paper that introduces PAIRED is not meant where another
 * says that two things are paired.
 */
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

/** The chosen forms and their variants, ready to be looked for. */
export function namedForms(
	chosen: Iterable<string>,
	aliases: Aliases,
	definitions: Definitions[]
): NamedForms {
	const forms = [...chosen];
	return {
		concepts: new Map([...forms, ...aliases.variants(forms)].map((form) => [form, aliases.resolve(form)])),
		capitals: capitalForms(definitions)
	};
}

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
		const spans = named.capitals.has(form)
			? everywhere.filter(({ start, end }) => isCapital(text.slice(start, end)))
			: everywhere;
		if (spans.length === 0) continue;
		const concept = meantBy(form, own, named);
		places.set(concept, [...(places.get(concept) ?? []), ...spans]);
		forms.set(concept, (forms.get(concept) ?? new Set<string>()).add(form));
	}
	for (const spans of places.values()) spans.sort((a, b) => a.start - b.start || a.end - b.end);
	return { places, forms };
}
