import { paperText, type Paper } from '#lib/domain/paper.ts';
import type { Aliases } from './aliases.ts';
import { canonicalForm } from './canonical-form.ts';
import type { PaperExtraction } from './extract-text.ts';
import type { Span } from './sentences.ts';

/** True for a name with capitals inside: `PAIRED`, `InTRO`, `LLMs`. */
function isCapital(surface: string): boolean {
	return /[A-Z][^\s]*[A-Z]|[a-z][A-Z]/.test(surface);
}

/**
 * Forms of one word that name something only in capitals: a paper that introduces PAIRED is not meant where another
 * says that two things are paired.
 */
export function capitalForms(extractions: PaperExtraction[]): Set<string> {
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

/** Where a paper speaks of which concept. */
export interface FoundPlaces {
	/** By the concept's form: all its places, in the order of the text. */
	places: Map<string, Span[]>;
	/** By the concept's form: the forms by which the paper calls it. */
	forms: Map<string, Set<string>>;
}

/** From where forms are written to where concepts are spoken of, by any of their names. */
export function findPlaces(
	paper: Paper,
	written: Map<string, Span[]>,
	capitals: ReadonlySet<string>,
	aliases: Aliases
): FoundPlaces {
	const text = paperText(paper);
	const places = new Map<string, Span[]>();
	const forms = new Map<string, Set<string>>();
	for (const [form, everywhere] of written) {
		const spans = capitals.has(form)
			? everywhere.filter(({ start, end }) => isCapital(text.slice(start, end)))
			: everywhere;
		if (spans.length === 0) continue;
		const concept = aliases.resolve(form, paper.id);
		places.set(concept, [...(places.get(concept) ?? []), ...spans]);
		forms.set(concept, (forms.get(concept) ?? new Set<string>()).add(form));
	}
	for (const spans of places.values()) spans.sort((a, b) => a.start - b.start || a.end - b.end);
	return { places, forms };
}
