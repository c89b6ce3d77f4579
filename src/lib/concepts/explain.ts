import type { Concept } from '#lib/domain/graph.ts';
import { compare } from '#lib/domain/order.ts';
import { canonicalForm } from './canonical-form.ts';
import type { Extracted } from './extract.ts';
import { bestOf, type ScoreReasons } from './score-reasons.ts';
import type { Choice } from './select-forms.ts';

/** Why a concept is one, where it comes from and what was merged with it. */
export interface Explanation {
	concept: Concept;
	/** Each form that leads to it: the rule that chose it and what was counted for that. */
	forms: ({ form: string } & Choice)[];
	/** The paper that speaks for it most: what its score is the sum of. Null where no phrase of a paper is it. */
	score: ScoreReasons | null;
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
export async function explain(extracted: Extracted, wanted: string): Promise<Explanation | null> {
	const { corpus, aliases, chosen } = extracted;
	const concept = find(corpus.concepts, wanted);
	if (!concept) return null;
	const own = canonicalForm(concept.name);
	const definitions = new Map<string, Explanation['definitions'][number]>();
	for (const { paper, pairs } of extracted.definitions) {
		const meant = new Map(aliases.ownOf(paper));
		for (const { short, long } of pairs) {
			const form = canonicalForm(short);
			if ((meant.get(form) ?? aliases.resolve(form)) !== own) continue;
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
		score: bestOf((await extracted.reasons(written)).filter((each) => each !== null)),
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
