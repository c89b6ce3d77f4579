import type { Concept } from '#lib/domain/graph.ts';
import { compare } from '#lib/domain/order.ts';
import { canonicalForm } from './canonical-form.ts';
import { collectAliases } from './aliases.ts';
import type { Extracted } from './extract.ts';
import type { Choice } from './select-forms.ts';

/** Why a concept is one, where it comes from and what was merged with it. */
export interface Explanation {
	concept: Concept;
	/** Each form that leads to it: the rule that chose it and what was counted for that. */
	forms: ({ form: string } & Choice)[];
	/** Each definition in a text that made a short form an alias of it, with the papers that define it so. */
	definitions: { short: string; long: string; papers: string[] }[];
	introducedBy: { paper: string; rule: string }[];
	broader: { concept: string; rule: string }[];
	narrower: { concept: string; rule: string }[];
}

function find(concepts: Concept[], wanted: string): Concept | undefined {
	const form = canonicalForm(wanted);
	const isWanted = (name: string) => canonicalForm(name) === form;
	return (
		concepts.find(({ id, label }) => id === wanted || label === wanted) ??
		concepts.find(({ name, aliases }) => isWanted(name) || aliases.some(isWanted))
	);
}

/** The explanation of the concept that is called so, by its id, label, name or any alias; null where there is none. */
export function explain({ corpus, extractions, chosen }: Extracted, wanted: string): Explanation | null {
	const concept = find(corpus.concepts, wanted);
	if (!concept) return null;
	const aliases = collectAliases(extractions);
	const own = canonicalForm(concept.name);
	const definitions = new Map<string, Explanation['definitions'][number]>();
	for (const { paper, pairs } of extractions) {
		for (const { short, long } of pairs) {
			if (aliases.resolve(canonicalForm(short), paper) !== own) continue;
			const key = `${short}\n${canonicalForm(long)}`;
			const known = definitions.get(key) ?? { short, long, papers: [] };
			known.papers.push(paper);
			definitions.set(key, known);
		}
	}
	const written = new Set([concept.name, ...concept.aliases].map(canonicalForm));
	const { broader, introduces } = corpus;
	return {
		concept,
		forms: [...chosen]
			.filter(([form]) => written.has(form))
			.map(([form, choice]) => ({ form, ...choice }))
			.sort((a, b) => b.count - a.count || compare(a.form, b.form)),
		definitions: [...definitions.values()],
		introducedBy: introduces
			.filter((each) => each.concept === concept.id)
			.map(({ paper, rule }) => ({ paper, rule })),
		broader: broader
			.filter(({ narrower }) => narrower === concept.id)
			.map(({ broader: other, rule }) => ({ concept: other, rule })),
		narrower: broader
			.filter((each) => each.broader === concept.id)
			.map(({ narrower, rule }) => ({ concept: narrower, rule }))
	};
}
