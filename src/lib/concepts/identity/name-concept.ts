import type { Concept } from '#lib/domain/graph.ts';
import { conceptIdSchema } from '#lib/domain/ids.ts';
import { compare } from '#lib/domain/order.ts';
import { spellingKey } from './aliases.ts';
import { canonicalForm } from '#lib/concepts/words/canonical-form.ts';
import { dictionaryForm, writingOf } from './dictionary-form.ts';
import { kindOf, type KindEvidence } from '#lib/concepts/kinds/kind-of.ts';
import { kindOfKnown } from '#lib/concepts/kinds/kind-rules.ts';

/** What the corpus says of one concept. */
export interface Found {
	form: string;
	/** How often each surface form is written. */
	surfaces: Map<string, number>;
	kind: KindEvidence;
}

/** Who speaks of one concept. */
export interface Papers {
	count: number;
	/** Of those whose date is known. */
	dates: string[];
	/** Those that bring it into the world. */
	introducers: Set<string>;
	/** The sum of the weights of its mentions, in thousandths. */
	weight: number;
}

/**
 * An acronym is what people say from this share of the places on: some paper or other abbreviates everything. Two
 * letters stand for many things.
 */
const spoken = { short: 0.4, long: 0.15 };

/** One word that only letters and hyphens make, two capitals among them: `GRPO`, `CoT`, `LoRA`, `KL`. */
function isAcronym(surface: string): boolean {
	return /^[\p{L}\p{N}-]{2,12}$/u.test(surface) && /\p{Lu}.*\p{Lu}/u.test(surface);
}

/** The form written most often; the smaller one where two are even. */
function mostFrequent(surfaces: Map<string, number>): [surface: string, count: number] | undefined {
	return [...surfaces].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0];
}

/** Counts surface forms under what they are made of: how often each is written, in all. */
function countBy(surfaces: [string, number][], made: (surface: string) => string): Map<string, number> {
	const counts = new Map<string, number>();
	for (const [surface, count] of surfaces) {
		const key = made(surface);
		counts.set(key, (counts.get(key) ?? 0) + count);
	}
	return counts;
}

/** Acronyms with how often each is written, those in the plural under their singular: `LLMs`, and `ConvNets` beside `ConvNet`. */
function inSingular(shorts: [surface: string, count: number][]): Map<string, number> {
	const written = new Set(shorts.map(([surface]) => surface));
	return countBy(shorts, (surface) => {
		const one = surface.replace(/s$/u, '');
		return /\p{Lu}s$/u.test(surface) || written.has(one) ? one : surface;
	});
}

/** The acronym that people say for a concept; null where they say its name. */
function labelOf(form: string, surfaces: Map<string, number>): string | null {
	const shorts = [...surfaces].filter(
		([surface]) => isAcronym(surface) && spellingKey(canonicalForm(surface)) !== spellingKey(form)
	);
	const [label = '', count = 0] = mostFrequent(inSingular(shorts)) ?? [];
	const all = [...surfaces.values()].reduce((sum, each) => sum + each, 0);
	return count > 0 && count >= (label.length < 3 ? spoken.short : spoken.long) * all ? label : null;
}

/** Surface forms without the possessive: `LM's` says whose something is. */
function plainSurfaces(surfaces: Map<string, number>): Map<string, number> {
	return countBy([...surfaces], (surface) => surface.replace(/(?<=.)['\u2019]s?$/, ''));
}

/**
 * The other ways to write a concept as people list them: each canonical form once, as its label or else as it is written
 * most often, no plural beside its singular; the longest first.
 */
function aliasesOf(name: string, label: string, surfaces: Map<string, number>): string[] {
	const groups = new Map<string, Map<string, number>>();
	for (const [surface, count] of surfaces) {
		const form = canonicalForm(surface);
		groups.set(form, (groups.get(form) ?? new Map<string, number>()).set(surface, count));
	}
	groups.delete(canonicalForm(name));
	// It may be written in the plural only.
	if (groups.has(canonicalForm(label))) groups.set(canonicalForm(label), new Map([[label, 1]]));
	const chosen = [...groups.values()].flatMap((group) => {
		const smallest = [...group.keys()].reduce((least, { length }) => Math.min(least, length), Infinity);
		// The plural has a letter more.
		const singulars = [...group].filter(([surface]) => surface.length === smallest);
		return mostFrequent(new Map(singulars))?.[0] ?? [];
	});
	return chosen.sort((a, b) => b.length - a.length || compare(a, b));
}

/** The concept under its most frequent written-out name, labelled with the acronym that people say. */
export function nameConcept(id: string, { form, surfaces: written, kind }: Found, papers: Papers): Concept {
	const surfaces = plainSurfaces(written);
	const exact = [...surfaces].filter(([surface]) => canonicalForm(surface) === form);
	// Where nobody writes it just so, what is spelt so: `CommonSenseQA` for `commonsense qa`.
	const own =
		exact.length > 0
			? exact
			: [...surfaces].filter(([surface]) => spellingKey(canonicalForm(surface)) === spellingKey(form));
	const writing = writingOf(own);
	const isIntroduced = papers.introducers.size > 0;
	// What a paper brings is called as it is written: `Script`, `Seg-Zero`.
	const called = (surface: string) =>
		isIntroduced && !surface.includes(' ') ? surface : dictionaryForm(surface, writing);
	const [name] = mostFrequent(countBy(own, called)) ?? [form];
	const label = labelOf(form, surfaces) ?? name;
	const dates = [...papers.dates].sort(compare);
	return {
		id: conceptIdSchema.parse(id),
		name,
		label,
		kind: isIntroduced
			? kindOf(form, kind, true)
			: (kindOfKnown(canonicalForm(label)) ?? kindOf(form, kind, false)),
		aliases: aliasesOf(name, label, surfaces),
		papers: papers.count,
		firstDate: dates[0] ?? null,
		lastDate: dates.at(-1) ?? null
	};
}
