import type { Mention } from '#lib/domain/graph.ts';
import { compare } from '#lib/domain/order.ts';

/** What a paper speaks of: by the concept, how rare that is. */
type Profile = ReadonlyMap<string, number>;

/** How near papers are to each other by the concepts that they mention. */
export interface Nearness {
	/** Whoever mentions a concept, in the order of their ids. */
	papersOf(concept: string): readonly string[];
	/** The cosine of a paper's concepts, weighed by their rarity, with those of all others that mention `concept`; 0 to 1. */
	to(paper: string, concept: string): number;
}

function addTo(lists: Map<string, string[]>, key: string, value: string): void {
	const known = lists.get(key);
	if (known) known.push(value);
	else lists.set(key, [value]);
}

function length(profile: Profile): number {
	return Math.sqrt([...profile.values()].reduce((sum, weight) => sum + weight * weight, 0));
}

/** From who mentions what; concepts of `aside` are not compared: they are what is asked about. The order of the mentions does not matter. */
export function nearness(
	mentions: readonly Pick<Mention, 'paper' | 'concept'>[],
	aside: ReadonlySet<string>
): Nearness {
	const papers = new Map<string, string[]>();
	const concepts = new Map<string, string[]>();
	for (const { paper, concept } of mentions) {
		addTo(papers, concept, paper);
		if (!aside.has(concept)) addTo(concepts, paper, concept);
	}
	for (const list of [...papers.values(), ...concepts.values()]) list.sort(compare);
	const corpus = new Set(mentions.map(({ paper }) => paper)).size;
	const profiles = new Map<string, Profile>();
	const profileOf = (paper: string): Profile => {
		let known = profiles.get(paper);
		if (known) return known;
		const rare = (concepts.get(paper) ?? []).map((concept): [string, number] => [
			concept,
			Math.log(corpus / (papers.get(concept)?.length ?? 1))
		]);
		const whole = length(new Map(rare)) || 1;
		known = new Map(rare.map(([concept, weight]) => [concept, weight / whole]));
		profiles.set(paper, known);
		return known;
	};
	const papersOf = (concept: string) => papers.get(concept) ?? [];
	return {
		papersOf,
		to(paper, concept) {
			const sum = new Map<string, number>();
			for (const other of papersOf(concept)) {
				if (other === paper) continue;
				for (const [each, weight] of profileOf(other)) sum.set(each, (sum.get(each) ?? 0) + weight);
			}
			let shared = 0;
			for (const [each, weight] of profileOf(paper)) shared += weight * (sum.get(each) ?? 0);
			return shared === 0 ? 0 : shared / length(sum);
		}
	};
}
