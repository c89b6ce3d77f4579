import type { Mention } from '#lib/domain/graph.ts';
import { conceptIdSchema, slug } from '#lib/domain/ids.ts';
import { compare } from '#lib/domain/order.ts';
import { addEvidence } from '#lib/concepts/kinds/kind-of.ts';
import { nearness, type Nearness } from './nearness.ts';
import type { PlacedConcepts } from './place-concepts.ts';

/**
 * How near a paper must be to those of a sense, and how many times as near as to those of any other. Of 151 papers that
 * define one of several senses and were asked as if they did not, 140 were answered and 130 of these rightly.
 */
const near = { least: 0.04, times: 1.5 };

/** Where an acronym has only one sense, it is that of all others where at least this share of them is so near. */
const only = { least: 0.06, share: 0.25 };

/** The sense that at least this share of the papers mean is meant where nothing else speaks. */
const plainShare = 0.8;

/** The sense of one paper by what it mentions: the only one that it writes out, else the one whose papers are nearest. */
function senseOf(paper: string, senses: string[], known: Nearness): string | null {
	const written = senses.filter((sense) => known.papersOf(sense).includes(paper));
	if (written.length === 1) return written[0] ?? null;
	const [best, second] = senses
		.map((sense) => ({ sense, nearness: known.to(paper, sense) }))
		.sort((a, b) => b.nearness - a.nearness || compare(a.sense, b.sense));
	if (!best || !second) return null;
	return best.nearness > near.least && best.nearness > near.times * second.nearness ? best.sense : null;
}

/** For the papers that say a short form and not what it means, the sense that each means; those that cannot be told are left out. */
function meanings(short: string, senses: string[], known: Nearness): Map<string, string> {
	const papers = known.papersOf(short);
	const meant = new Map<string, string>();
	for (const paper of papers) {
		const sense = senseOf(paper, senses, known);
		if (sense !== null) meant.set(paper, sense);
	}
	const [sense] = senses;
	if (senses.length === 1 && sense !== undefined) {
		const those = papers.filter((paper) => meant.has(paper) || known.to(paper, sense) > only.least);
		if (those.length >= only.share * papers.length) for (const paper of papers) meant.set(paper, sense);
		return meant;
	}
	const counts = senses.map((each) => ({
		sense: each,
		count: known.papersOf(each).length + [...meant.values()].filter((other) => other === each).length
	}));
	const all = counts.reduce((sum, { count }) => sum + count, 0);
	const plain = counts.find(({ count }) => count >= plainShare * all);
	if (plain) for (const paper of papers) if (!meant.has(paper)) meant.set(paper, plain.sense);
	return meant;
}

/** Two mentions of one concept in a paper as one. */
function joined(a: Mention, b: Mention): Mention {
	const spans = [a, b]
		.flatMap(({ starts, ends }) => starts.map((start, at) => ({ start, end: ends[at] ?? start })))
		.sort((one, other) => one.start - other.start || one.end - other.end);
	return {
		...a,
		weight: Math.max(a.weight, b.weight),
		count: a.count + b.count,
		inTitle: a.inTitle || b.inTitle,
		starts: spans.map(({ start }) => start),
		ends: spans.map(({ end }) => end)
	};
}

/** Says of the concept of a sense that it is written so as well, and of the short form that it is so less often. */
function moveSurface({ found }: PlacedConcepts, from: string, to: string, count: number): void {
	const [short, sense] = [found.get(from), found.get(to)];
	if (!short || !sense) return;
	const [surface] = [...short.surfaces].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0] ?? [];
	if (surface === undefined) return;
	sense.surfaces.set(surface, (sense.surfaces.get(surface) ?? 0) + count);
	short.surfaces.set(surface, Math.max(1, (short.surfaces.get(surface) ?? 0) - count));
}

/**
 * Gives the mentions of papers that write only an acronym to the sense that they mean: `TTS` is text-to-speech among
 * papers on speech, and test-time scaling among those on reasoning. `senses` has for each acronym that the corpus does not
 * agree on the forms of the concepts that its papers define. Changes what was placed.
 */
export function assignSenses(placed: PlacedConcepts, senses: ReadonlyMap<string, string[]>): void {
	const asked = [...senses]
		.map(([short, forms]) => ({
			short: slug(short),
			senses: forms.map(slug).filter((id) => id !== slug(short) && placed.found.has(id))
		}))
		.filter((each) => each.senses.length > 0 && placed.found.has(each.short));
	if (asked.length === 0) return;
	const known = nearness(
		placed.mentions,
		new Set(asked.flatMap(({ short, senses: ids }) => [short, ...ids]))
	);
	const meant = new Map<string, Map<string, string>>();
	for (const each of asked) meant.set(each.short, meanings(each.short, each.senses, known));
	const idOf = ({ paper, concept }: Pick<Mention, 'paper' | 'concept'>) =>
		conceptIdSchema.parse(meant.get(concept)?.get(paper) ?? concept);
	const mentions = new Map<string, Mention>();
	for (const mention of placed.mentions) {
		const concept = idOf(mention);
		if (concept !== mention.concept) moveSurface(placed, mention.concept, concept, mention.count);
		const key = `${mention.paper} ${concept}`;
		const before = mentions.get(key);
		const moved = { ...mention, concept };
		mentions.set(key, before ? joined(before, moved) : moved);
	}
	placed.mentions = [...mentions.values()];
	placed.introduces = placed.introduces.map((each) => ({ ...each, concept: idOf(each) }));
	for (const [short, own] of meant) {
		const [sense, ...others] = new Set(own.values());
		// Where all papers mean the same, what their places said of its kind is the sense's.
		const [from, to] = [placed.found.get(short), placed.found.get(sense ?? '')];
		if (others.length === 0 && own.size === known.papersOf(short).length && from && to)
			addEvidence(to.kind, from.kind);
	}
}
