import type { Broader, Concept, Mention } from '#lib/domain/graph.ts';
import { compare } from '#lib/domain/order.ts';
import { canonicalForm } from '#lib/concepts/words/canonical-form.ts';
import { isCapital } from '#lib/concepts/words/is-capital.ts';
import { genericHeads, matters } from '#lib/concepts/words/lexicon.ts';
import { subsumptions } from './subsumptions.ts';

type Id = Concept['id'];

/** A concept that is called by a form, and whether it is called so only in capitals. */
interface Called {
	concept: Concept;
	inCapitals: boolean;
}

/** Concepts by the canonical forms of their names and aliases: of two, by its name, else the one of more papers. */
function byForms(concepts: Concept[]): Map<string, Called> {
	const found = new Map<string, Called>();
	const call = (concept: Concept, written: string) => {
		const form = canonicalForm(written);
		const known = found.get(form);
		const inCapitals = isCapital(written) && (known?.concept !== concept || known.inCapitals);
		found.set(form, { concept, inCapitals });
	};
	const known = [...concepts].sort((a, b) => a.papers - b.papers || compare(b.id, a.id));
	for (const concept of known) for (const alias of concept.aliases) call(concept, alias);
	for (const concept of known) call(concept, concept.name);
	return found;
}

/** `training`, `method`: what others are, and what groups nothing. */
function namesNothing(word: string): boolean {
	return genericHeads.has(word) || matters.has(word);
}

/** The words of a concept's name, as they are written and in their canonical forms. */
interface Name {
	concept: Concept;
	written: string[];
	words: string[];
}

function nameOf(concept: Concept): Name {
	const written = concept.name.split(/[\s-]+/);
	const words = written.map(canonicalForm);
	// Where folding makes two words of one, only the canonical form can be told apart.
	return words.every((word) => word !== '' && !word.includes(' '))
		? { concept, written, words }
		: { concept, written: [], words: canonicalForm(concept.name).split(' ') };
}

/** The concept that some words of another one's name call, if that is in more papers. `natural` does not call NATURAL. */
function calledBy({ concept, written, words }: Name, from: number, to: number, forms: Map<string, Called>) {
	const called = forms.get(words.slice(from, to).join(' '));
	if (!called || called.concept === concept || called.concept.papers < concept.papers) return undefined;
	if (called.inCapitals && !written.slice(from, to).some(isCapital)) return undefined;
	// In a name of one word only a name is meant, and no two letters: `Quiet-STaR`, but not `rStar-Math` or `Reason-MT`.
	const isName = called.inCapitals && words.slice(from, to).join('').length > 2;
	if (!isName && isCapital(concept.name) && !/\s/.test(concept.name)) return undefined;
	return called.concept;
}

/** `visual rationale` is under `rationale`: the longest tail that is a concept, by any of its names. */
function byHead(name: Name, forms: Map<string, Called>): Concept | undefined {
	const { length } = name.words;
	for (let from = 1; from < length; from += 1) {
		const isNothing = from === length - 1 && namesNothing(name.words[from] ?? '');
		const head = isNothing ? undefined : calledBy(name, from, length, forms);
		if (head) return head;
	}
	return undefined;
}

/** `GRPO training` is under GRPO: what stands before a last word that names nothing by itself. */
function byModifier(name: Name, forms: Map<string, Called>): Concept | undefined {
	const last = name.words.length - 1;
	return last > 0 && namesNothing(name.words[last] ?? '') ? calledBy(name, 0, last, forms) : undefined;
}

/** An acronym at the end of a name of one word (`UniGRPO`, `Dance-GRPO`), or in front of a hyphen or a number. */
const acronymInName = [/(?<=[a-z\d-])([A-Z]{3,})$/, /^([A-Z]{3,})(?=[-\d])/];

/** `UniGRPO` is under GRPO: an acronym with a long form, inside a name of one word. */
function byAcronym(concept: Concept, labels: Map<string, Concept>): Concept | undefined {
	if (/\s/.test(concept.name) || concept.label !== concept.name) return undefined;
	for (const pattern of acronymInName) {
		const other = labels.get(pattern.exec(concept.name)?.[1] ?? '');
		if (other && other !== concept && other.papers >= concept.papers) return other;
	}
	return undefined;
}

/** Whether a concept lies under another one, by the edges so far. */
export function liesUnder(id: Id, other: Id, parents: Map<Id, Broader>): boolean {
	let at: Id | undefined = id;
	while (at !== undefined && at !== other) at = parents.get(at)?.broader;
	return at === other;
}

/**
 * What is broader than what: by the names of the concepts and, where they say nothing, by the papers that mention them.
 * A concept has one broader concept at most, and no chain comes back to where it began.
 */
export function broader(concepts: Concept[], mentions: Mention[]): Broader[] {
	const forms = byForms(concepts);
	const abbreviated = concepts.filter(({ label, name }) => /^[A-Z]{3,}$/.test(label) && /\s/.test(name));
	abbreviated.sort((a, b) => a.papers - b.papers || compare(b.id, a.id));
	const labels = new Map<string, Concept>();
	for (const concept of abbreviated) {
		const other = labels.get(concept.label);
		// An acronym that stands for two things alike says nothing.
		if (other && other.papers * 2 > concept.papers) labels.delete(concept.label);
		else labels.set(concept.label, concept);
	}
	const parents = new Map<Id, Broader>();
	const add = (narrower: Id, above: Id | undefined, rule: string) => {
		if (above === undefined || parents.has(narrower) || liesUnder(above, narrower, parents)) return;
		parents.set(narrower, { narrower, broader: above, rule });
	};
	for (const concept of concepts) {
		const name = nameOf(concept);
		add(concept.id, byHead(name, forms)?.id, 'head');
		add(concept.id, byModifier(name, forms)?.id, 'modifier');
		add(concept.id, byAcronym(concept, labels)?.id, 'acronym');
	}
	for (const { narrower, broader: above } of subsumptions(concepts, mentions)) add(narrower, above, 'corpus');
	return concepts.flatMap(({ id }) => parents.get(id) ?? []);
}
