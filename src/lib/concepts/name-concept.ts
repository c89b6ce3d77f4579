import type { Concept } from '#lib/domain/graph.ts';
import { conceptIdSchema } from '#lib/domain/ids.ts';
import { compare } from '#lib/domain/order.ts';
import { canonicalForm, singular } from './canonical-form.ts';
import { kindOf, type KindEvidence } from './kind-of.ts';

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
	/** One of them introduces it. */
	introduce: boolean;
}

/** An acronym is what people say from this share of the places on: some paper or other abbreviates everything. */
const spoken = 0.15;

/** The form written most often; the smaller one where two are even. */
function mostFrequent(surfaces: [string, number][]): string | undefined {
	return surfaces.sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0]?.[0];
}

/**
 * A surface form as a dictionary would list it: words that are capitalised only for a title or a sentence in lower
 * case, the last one in the singular. Names keep their capitals: `Chain-of-Thought Prompts` is
 * `chain-of-thought prompt`, `LLMs` is `LLM`, `Seg-Zero` stays.
 */
export function dictionaryForm(surface: string): string {
	if (/^[A-Z0-9-]{2,}s$/.test(surface)) return surface.slice(0, -1);
	const isName =
		!/\s/.test(surface) &&
		/-[A-Z0-9]|[a-z][A-Z]|\d/.test(surface) &&
		!/^[A-Z][a-z]+(-(of|in|to|the|[A-Z][a-z]+))+$/.test(surface);
	if (isName) return surface;
	const lower = surface.replace(/(?<![A-Za-z])[A-Z][a-z]+(?![A-Za-z]*[A-Z])/g, (word) => word.toLowerCase());
	return lower.replace(/[a-z]+$/, singular);
}

/** The concept under its most frequent written-out name, labelled with the acronym that people say. */
export function nameConcept(id: string, { form, surfaces, kind }: Found, papers: Papers): Concept {
	const own = new Map<string, number>();
	for (const [surface, count] of surfaces) {
		if (canonicalForm(surface) !== form) continue;
		const written = dictionaryForm(surface);
		own.set(written, (own.get(written) ?? 0) + count);
	}
	const name = mostFrequent([...own]) ?? form;
	const all = [...surfaces.values()].reduce((sum, count) => sum + count, 0);
	const shorts = [...surfaces].filter(
		([surface, count]) =>
			/^[A-Z0-9-]{2,}$/.test(surface) && canonicalForm(surface) !== form && count >= spoken * all
	);
	const dates = [...papers.dates].sort(compare);
	return {
		id: conceptIdSchema.parse(id),
		name,
		label: mostFrequent(shorts) ?? name,
		kind: kindOf(form, kind, papers.introduce),
		aliases: [...surfaces.keys()].filter((surface) => surface !== name).sort(compare),
		papers: papers.count,
		firstDate: dates[0] ?? null,
		lastDate: dates.at(-1) ?? null
	};
}
