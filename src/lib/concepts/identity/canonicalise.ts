import type { ConceptCorpus, Mention } from '#lib/domain/graph.ts';
import { compare } from '#lib/domain/order.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { broader } from './broader.ts';
import { withDistinctAliases } from './distinct-aliases.ts';
import { isSaidInPassing } from './said-in-passing.ts';
import { toldApart } from './told-apart.ts';
import { isFirstToTell } from './first-to-tell.ts';
import { nameConcept, type Papers } from './name-concept.ts';
import { byEnds, type PlacedConcepts } from './place-concepts.ts';
import type { Breadth, Choice } from '#lib/concepts/ranking/select-forms.ts';

/** Weights are told to three decimals; whole numbers are summed up alike in any order. */
const thousandths = 1000;

/** Who speaks of each concept, by its id. */
function papersOf(
	{ mentions, introduces, found }: Pick<PlacedConcepts, 'mentions' | 'introduces' | 'found'>,
	dates: Map<string, string | null>
): Map<string, Papers> {
	const papers = new Map<string, Papers>();
	for (const { concept, paper, weight } of mentions) {
		let known = papers.get(concept);
		if (!known) papers.set(concept, (known = { count: 0, dates: [], introducers: new Set(), weight: 0 }));
		known.count += 1;
		known.weight += Math.round(thousandths * weight);
		const date = dates.get(paper);
		if (date) known.dates.push(date);
	}
	for (const each of introduces) {
		const known = papers.get(each.concept);
		const form = found.get(each.concept)?.form ?? '';
		if (known && isFirstToTell(each, { ...known, form }, dates)) known.introducers.add(each.paper);
	}
	return papers;
}

/** All mentions but those that stand only inside longer ones, where the paper does not introduce the concept after all. */
function ownMentions(placed: PlacedConcepts, dates: Map<string, string | null>): Mention[] {
	const borrowed = new Set(placed.borrowed);
	if (borrowed.size === 0) return placed.mentions;
	const speakers = papersOf(placed, dates);
	return placed.mentions.filter(
		({ paper, concept }) =>
			!borrowed.has(`${paper} ${concept}`) || speakers.get(concept)?.introducers.has(paper) === true
	);
}

/**
 * Least share, among the papers in which a single word stands, of those in which the tagger takes it for a name:
 * `consider` and `under` are nouns once in a hundred times.
 */
const leastNoun = 0.45;

/**
 * A single word that is hardly ever a name where it stands: a word that the tagger took for a noun in a few papers is
 * found in all that use it as a verb. Not for words in capitals, acronyms and what a paper introduces.
 */
function rarelyNames(form: string, papers: Papers, choice: Choice | undefined): boolean {
	return !form.includes(' ') && choice?.rule === 'recurs' && choice.papers < leastNoun * papers.count;
}

/** What a paper introduces or abbreviates is more than a part, even where it only stands inside a longer name. */
export function onlyParts(inside: Iterable<string>, chosen: Map<string, Choice>): Set<string> {
	return new Set(
		[...inside].filter((form) => {
			const rule = chosen.get(form)?.rule;
			return rule !== 'introduced' && rule !== 'acronym';
		})
	);
}

/**
 * From where concepts were found to the concepts of the corpus: each under its name, with who mentions it, who
 * introduces it and what is broader.
 */
export function canonicalise(
	papers: Paper[],
	placed: PlacedConcepts,
	chosen: Map<string, Choice>,
	breadth: Breadth
): ConceptCorpus {
	const dates = new Map(papers.map(({ id, date }) => [id as string, date]));
	const mentioned = ownMentions(placed, dates);
	const speakers = papersOf({ ...placed, mentions: mentioned }, dates);
	const concepts = [...placed.found].flatMap(([id, found]) => {
		const own = speakers.get(id);
		// Where all that ranks high in any paper is wanted, nothing that the corpus holds against it counts.
		if (!own || (breadth === 'map' && rarelyNames(found.form, own, chosen.get(found.form)))) return [];
		const concept = nameConcept(id, found, own);
		const weight = own.weight / thousandths / own.count;
		const isPassing =
			breadth === 'map' &&
			own.introducers.size === 0 &&
			isSaidInPassing({ ...concept, form: found.form, weight }, papers.length);
		return isPassing ? [] : [concept];
	});
	concepts.sort((a, b) => compare(a.id, b.id));
	const kept = new Set<string>(concepts.map(({ id }) => id));
	const mentions = mentioned.filter(({ concept }) => kept.has(concept)).sort(byEnds);
	const introduces = placed.introduces.filter(
		({ concept, paper }) => kept.has(concept) && speakers.get(concept)?.introducers.has(paper)
	);
	// What is broader is told by the acronyms alone.
	const above = broader(concepts, mentions);
	const told = toldApart(concepts.map(withDistinctAliases));
	return { concepts: told, mentions, introduces: introduces.sort(byEnds), broader: above };
}
