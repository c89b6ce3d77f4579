import type { Broader, Concept, Introduces, Mention } from '#lib/domain/graph.ts';
import { compare } from '#lib/domain/order.ts';
import { withDistinctAliases } from '#lib/concepts/identity/distinct-aliases.ts';
import { liesUnder } from '#lib/concepts/identity/broader.ts';

type Id = Concept['id'];

/** Both places, in the order of the text, without those that lie inside others. */
function places(a: Pick<Mention, 'starts' | 'ends'>, b: Pick<Mention, 'starts' | 'ends'>) {
	const spans = [a, b].flatMap(({ starts, ends }) =>
		starts.map((start, at) => ({ start, end: ends[at] ?? start }))
	);
	spans.sort((x, y) => x.start - y.start || y.end - x.end);
	let reached = -1;
	const own = spans.filter(({ end }) => {
		if (end <= reached) return false;
		reached = end;
		return true;
	});
	return { starts: own.map(({ start }) => start), ends: own.map(({ end }) => end) };
}

/** The mentions with one for each paper and concept. */
export function joinedMentions(mentions: readonly Mention[]): Mention[] {
	const joined = new Map<string, Mention>();
	for (const mention of mentions) {
		const key = `${mention.paper} ${mention.concept}`;
		const there = joined.get(key);
		const both = there ? places(there, mention) : null;
		joined.set(
			key,
			there && both
				? {
						...there,
						...both,
						weight: Math.max(there.weight, mention.weight),
						inTitle: there.inTitle || mention.inTitle,
						count: both.starts.length
					}
				: mention
		);
	}
	return [...joined.values()];
}

/** One for each paper and concept: the one that stands first in its text. */
export function joinedIntroduces(introduces: readonly Introduces[]): Introduces[] {
	const sorted = [...introduces].sort(
		(a, b) => (a.starts[0] ?? 0) - (b.starts[0] ?? 0) || compare(a.rule, b.rule)
	);
	const joined = new Map<string, Introduces>();
	for (const each of sorted) {
		const key = `${each.paper} ${each.concept}`;
		if (!joined.has(key)) joined.set(key, each);
	}
	return [...joined.values()];
}

/**
 * One broader concept for each, and no chain that comes back to where it began, as extraction has it: what a concept
 * had itself stands before what came with one that it took in. `now`: where a concept has gone; undefined for one that
 * is left out.
 */
export function joinedBroader(broader: readonly Broader[], now: (id: Id) => Id | undefined): Broader[] {
	const borrowed = ({ narrower }: Broader) => (now(narrower) === narrower ? 0 : 1);
	const sorted = [...broader].sort(
		(a, b) => borrowed(a) - borrowed(b) || compare(a.narrower, b.narrower) || compare(a.broader, b.broader)
	);
	const parents = new Map<Id, Broader>();
	for (const edge of sorted) {
		const [narrower, above] = [now(edge.narrower), now(edge.broader)];
		if (narrower === undefined || above === undefined || parents.has(narrower)) continue;
		if (!liesUnder(above, narrower, parents)) parents.set(narrower, { ...edge, narrower, broader: above });
	}
	return [...parents.values()];
}

/** A concept that is written in all the given ways too. */
export function writtenAlso(concept: Concept, forms: readonly string[]): Concept {
	return withDistinctAliases({ ...concept, aliases: [...concept.aliases, ...forms] });
}
