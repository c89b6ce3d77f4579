import type { Concept } from '#lib/domain/graph.ts';
import { compare } from '#lib/domain/order.ts';
import { spellingKey } from '#lib/concepts/identity/aliases.ts';
import { canonicalForm } from '#lib/concepts/words/canonical-form.ts';
import type { Extracted } from './extract.ts';
import { bestOf, type ScoreReasons } from '#lib/concepts/ranking/score-reasons.ts';
import type { Choice } from '#lib/concepts/ranking/select-forms.ts';

/** Why a concept is one, where it comes from and what was merged with it. */
export interface Explanation {
	concept: Concept;
	/** Other concepts that are called so, too. */
	namesakes: { concept: string; papers: number }[];
	/** Each way in which it is written, and why that is taken for it. */
	written: { surface: string; why: string }[];
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

/** The concepts that are called so, the one of most papers first: by its id or label, else by any name. */
function find(concepts: Concept[], wanted: string): Concept[] {
	const form = canonicalForm(wanted);
	const isWanted = (name: string) => canonicalForm(name) === form;
	const isCalled = ({ id, label }: Concept) => id === wanted || label === wanted;
	return concepts
		.filter((concept) => isCalled(concept) || isWanted(concept.name) || concept.aliases.some(isWanted))
		.sort((a, b) => Number(isCalled(b)) - Number(isCalled(a)) || b.papers - a.papers || compare(a.id, b.id));
}

/** Why a way to write a concept is taken for it. */
function reasonOf(surface: string, own: string, shorts: ReadonlySet<string>): string {
	const form = canonicalForm(surface);
	if (form === own) return 'the same but for case, hyphens, plural or spelling';
	if (shorts.has(form)) return 'defined as its short form';
	if (spellingKey(form) === spellingKey(own)) return 'the same letters but for blanks';
	if (form.startsWith(`${own} `)) return 'the name with what sort of thing it is';
	return 'the same with a short form of the corpus written out, or another long form of its acronym';
}

/** The explanation of the concept that is called so, by its id, label, name or any alias; null where there is none. */
export async function explain(extracted: Extracted, wanted: string): Promise<Explanation | null> {
	const { corpus, aliases, chosen } = extracted;
	const [concept, ...namesakes] = find(corpus.concepts, wanted);
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
	const surfaces = [concept.name, ...concept.aliases];
	const forms = new Set(surfaces.map(canonicalForm));
	const shorts = new Set([...definitions.values()].map(({ short }) => canonicalForm(short)));
	const { broader, introduces } = corpus;
	return {
		concept,
		namesakes: namesakes.map(({ id, papers }) => ({ concept: id, papers })),
		written: surfaces.map((surface) => ({ surface, why: reasonOf(surface, own, shorts) })),
		forms: [...chosen]
			.filter(([form]) => forms.has(form))
			.map(([form, choice]) => ({ form, ...choice }))
			.sort((a, b) => b.count - a.count || compare(a.form, b.form)),
		score: bestOf((await extracted.reasons(forms)).filter((each) => each !== null)),
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
