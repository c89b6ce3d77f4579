import type { Introduces, Mention } from '#lib/domain/graph.ts';
import { conceptIdSchema, slug } from '#lib/domain/ids.ts';
import { isStorableName } from '#lib/domain/limits.ts';
import { compare, largest, round3 } from '#lib/domain/order.ts';
import { paperText, type Paper } from '#lib/domain/paper.ts';
import { canonicalForm } from '#lib/concepts/words/canonical-form.ts';
import type { Definitions } from '#lib/concepts/text/extract-text.ts';
import { hash } from '#lib/concepts/words/hash.ts';
import { findPlaces, meantBy, type NamedForms } from './find-places.ts';
import { keepOwnPlaces } from './own-places.ts';
import { addEvidence, noEvidence, notePlace } from '#lib/concepts/kinds/kind-of.ts';
import { plainSurface } from '#lib/concepts/text/mask-markup.ts';
import type { Found } from './name-concept.ts';
import type { RankedPhrase } from '#lib/concepts/ranking/rank-phrases.ts';
import type { Breadth } from '#lib/concepts/ranking/select-forms.ts';
import type { Span } from '#lib/domain/sentences.ts';

/** A paper with all that is known of it where its concepts are placed. */
export interface LocatedPaper extends Definitions {
	paper: Pick<Paper, 'id' | 'title' | 'abstract'>;
	/** Its text without markup, see `maskMarkup`. */
	text: string;
	/** Its phrases with their scores. */
	scores: RankedPhrase[];
	/** The places of every form that is written in it. */
	written: Map<string, Span[]>;
	/** The short forms that it defines, with the concepts that it means by them. */
	own: ReadonlyMap<string, string>;
}

/** The concepts of some papers: by their ids what the texts say of them, where, and what the papers bring. */
export interface PlacedConcepts {
	found: Map<string, Found>;
	mentions: Mention[];
	introduces: Introduces[];
	/** Mentions, as `paper concept`, that stand only inside longer ones: they count where the paper introduces the concept. */
	borrowed: string[];
}

export function nothingPlaced(): PlacedConcepts {
	return { found: new Map(), mentions: [], introduces: [], borrowed: [] };
}

/** Places in one paper that are asked for the kind: more of them say the same again. */
const enoughPlaces = 2;

function placesOf(spans: Span[]) {
	return { starts: spans.map(({ start }) => start), ends: spans.map(({ end }) => end) };
}

/** Notes the places of a concept, what the text calls it there and, if it is asked, of what kind that seems to be. */
function note(
	found: PlacedConcepts['found'],
	id: string,
	form: string,
	{ text, spans, isAsked }: { text: string; spans: Span[]; isAsked: boolean }
): void {
	let known = found.get(id);
	if (!known) found.set(id, (known = { form, surfaces: new Map(), kind: noEvidence() }));
	// Two forms may share an id, as `c` and `-c` do: it tells the smaller one, whatever comes first.
	if (form < known.form) known.form = form;
	for (const [at, { start, end }] of spans.entries()) {
		const surface = plainSurface(text.slice(start, end));
		if (isStorableName(surface)) known.surfaces.set(surface, (known.surfaces.get(surface) ?? 0) + 1);
		if (isAsked && at < enoughPlaces) notePlace(known.kind, text, start, end);
	}
}

/**
 * How much a paper is about a concept: the root of its best name's score, so that what scores a hundredth still counts
 * a tenth. What is only found by its name, where no phrase was, counts least.
 */
function weightOf(forms: string[], scores: Map<string, number>): number {
	const best = largest(
		forms.map((form) => scores.get(form) ?? 0),
		0
	);
	return round3(Math.max(0.03, Math.sqrt(best)));
}

/** What a paper introduces with its form, each concept once, by the first rule that found it. */
function introductions(
	{ paper, introduced, own }: LocatedPaper,
	places: Map<string, Span[]>,
	named: NamedForms
): (Introduces & { form: string })[] {
	const found = new Map<string, Introduces & { form: string }>();
	for (const { name, rule } of introduced) {
		const form = meantBy(canonicalForm(name), own, named);
		const spans = places.get(form);
		if (!spans || found.has(form)) continue;
		const id = slug(form);
		if (id === '') continue;
		found.set(form, {
			form,
			paper: paper.id,
			concept: conceptIdSchema.parse(id),
			rule,
			...placesOf(spans)
		});
	}
	return [...found.values()];
}

/** What counts as a place of a concept. */
export interface Placing {
	/** Forms that name nothing by themselves: they are passed over. */
	parts: ReadonlySet<string>;
	breadth: Breadth;
}

/** Adds the concepts of one paper. */
export function placeConcepts(
	placed: PlacedConcepts,
	located: LocatedPaper,
	named: NamedForms,
	{ parts, breadth }: Placing
): void {
	const { paper, text, written, own } = located;
	const whole = [...written].filter(([form]) => !parts.has(form));
	const { places, forms } = findPlaces(paperText(paper), whole, own, named);
	const brought = introductions(located, places, named);
	// Where all that ranks high in any paper is wanted, a name inside a longer one may be one.
	const borrowed =
		breadth === 'map' ? keepOwnPlaces(places, new Set(brought.map(({ form }) => form))) : new Set<string>();
	const scores = new Map(located.scores.map(({ form, score }) => [form, score]));
	for (const [form, spans] of places) {
		const id = slug(form);
		// A form without a letter or digit has no id that an address could hold, one that is too long none for an index.
		if (id === '' || !isStorableName(form)) {
			places.delete(form);
			continue;
		}
		if (borrowed.has(form)) placed.borrowed.push(`${paper.id} ${id}`);
		const isAsked = hash(paper.id) % (named.frequent.get(form) ?? 1) === 0;
		note(placed.found, id, form, { text, spans, isAsked });
		placed.mentions.push({
			paper: paper.id,
			concept: conceptIdSchema.parse(id),
			weight: weightOf([form, ...(forms.get(form) ?? [])], scores),
			count: spans.length,
			inTitle: spans.some(({ end }) => end <= paper.title.length),
			...placesOf(spans)
		});
	}
	for (const { form, ...each } of brought) if (places.has(form)) placed.introduces.push(each);
}

/** In the order of the papers and their concepts. */
export function byEnds(a: Mention | Introduces, b: Mention | Introduces): number {
	return compare(a.paper, b.paper) || compare(a.concept, b.concept);
}

/** The concepts of several shards as those of one corpus. */
export function mergePlaced(all: PlacedConcepts[]): PlacedConcepts {
	const [first, ...others] = all;
	if (!first) return nothingPlaced();
	for (const { found, mentions, introduces, borrowed } of others) {
		for (const [id, { form, surfaces, kind }] of found) {
			const known = first.found.get(id);
			if (!known) {
				first.found.set(id, { form, surfaces, kind });
				continue;
			}
			if (form < known.form) known.form = form;
			addEvidence(known.kind, kind);
			for (const [surface, count] of surfaces)
				known.surfaces.set(surface, (known.surfaces.get(surface) ?? 0) + count);
		}
		first.mentions = first.mentions.concat(mentions);
		first.introduces = first.introduces.concat(introduces);
		first.borrowed = first.borrowed.concat(borrowed);
	}
	return first;
}
