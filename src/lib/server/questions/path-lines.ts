import { z } from 'zod';
import {
	conceptSummarySchema,
	paperSummarySchema,
	type ConceptSummary,
	type Evidence,
	type PaperSummary,
	type PathAnswer
} from '#lib/domain/answers.ts';
import { nodeRef, splitRef, type NodeRef } from '#lib/domain/ids.ts';
import { joiningSentence } from '#lib/domain/joining-sentence.ts';
import { placesFrom } from '#lib/domain/places.ts';
import { paperText } from '#lib/domain/paper.ts';
import { pathLimits } from '#lib/server/paths/constants/path-limits.ts';
import type { Way } from '#lib/server/paths/distinct-ways.ts';
import type { Store } from '#lib/server/store.ts';
import { evidenceOf } from './evidence-rows.ts';
import { conceptSummary, paperSummary } from './summaries.ts';

type Path = PathAnswer['paths'][number];

/** A paper of a way between its two neighbours on it; null where the paper is an end. */
interface Hop {
	before: NodeRef | null;
	paper: NodeRef;
	after: NodeRef | null;
}

const spans = { starts: z.array(z.int()), ends: z.array(z.int()) };
const saidSchema = z.object({
	paper: paperSummarySchema,
	abstract: z.string(),
	before: z.object(spans).nullable(),
	after: z.object(spans).nullable()
});
type Said = z.infer<typeof saidSchema>;

const said = `{paper: ${paperSummary('p')}, abstract: p.abstract,
	before: m {.starts, .ends}, after: n {.starts, .ends}}`;
/** Papers that say both, the ones that are most about them first; the one of the way is among them. */
const hopsQuestion = {
	text: `UNWIND $hops AS hop
MATCH (:Concept {id: hop.before})<-[m:MENTIONS]-(p:Paper)-[n:MENTIONS]->(:Concept {id: hop.after})
WHERE NOT p.id IN $without
WITH hop, p, m, n ORDER BY p.id = hop.paper DESC, m.weight + n.weight DESC, p.id
RETURN hop.key AS key, count(*) AS papers, collect(${said})[..${pathLimits.papersPerHop}] AS said`,
	row: z.object({ key: z.string(), papers: z.int(), said: z.array(saidSchema) })
};
/** The papers at the ends of ways, with the one concept, or none, by which each is left or come to. */
const endsQuestion = {
	text: `UNWIND $hops AS hop
MATCH (p:Paper {id: hop.paper})
OPTIONAL MATCH (p)-[m:MENTIONS]->(:Concept {id: hop.before})
OPTIONAL MATCH (p)-[n:MENTIONS]->(:Concept {id: hop.after})
RETURN hop.key AS key, 1 AS papers, [${said}] AS said`,
	row: hopsQuestion.row
};
const conceptsQuestion = {
	text: `MATCH (c:Concept) WHERE c.id IN $ids RETURN ${conceptSummary('c')} AS concept`,
	row: z.object({ concept: conceptSummarySchema })
};

function hopsOf({ nodes }: Way): Hop[] {
	return nodes.flatMap((paper, index) =>
		splitRef(paper).collection === 'papers'
			? [{ before: nodes[index - 1] ?? null, paper, after: nodes[index + 1] ?? null }]
			: []
	);
}

const keyOf = ({ before, paper, after }: Hop) => JSON.stringify([before, paper, after]);
const idOf = (ref: NodeRef | null) => (ref === null ? '' : splitRef(ref).id);

function placesOf(mention: Said['before']): [number, number][] {
	return mention ? placesFrom(mention) : [];
}

/** What one paper says of both its neighbours on a way. */
function sayingOf({ paper, abstract, before, after }: Said) {
	const [first, second] = [placesOf(before), placesOf(after)].sort((a, b) => b.length - a.length);
	return joiningSentence(paperText({ title: paper.title, abstract }), first ?? [], second ?? []);
}

/** Of the papers that make a hop the first that says both in one sentence, and is not on the way already. */
function chosen(candidates: Said[], taken: ReadonlySet<NodeRef>): Said | undefined {
	const free = candidates.filter(({ paper }) => !taken.has(paper.ref));
	return free.find((each) => sayingOf(each).isOne) ?? free[0];
}

/** The sentence of one mention, as the station before it tells it. */
function mentionOf({ paper, abstract }: Said, mention: Said['before']): Evidence | null {
	return mention && evidenceOf({ paper, abstract, ...mention });
}

interface Told {
	papers: number;
	said: Said[];
}

function lineOf(
	way: Way,
	told: ReadonlyMap<string, Told>,
	concepts: ReadonlyMap<NodeRef, ConceptSummary>
): Path | null {
	const stations: (ConceptSummary | PaperSummary)[] = [];
	const evidence: (Evidence | null)[] = [];
	const hops: Path['hops'] = [];
	const taken = new Set<NodeRef>(way.nodes);
	for (const hop of hopsOf(way)) {
		const { papers, said: candidates } = told.get(keyOf(hop)) ?? { papers: 0, said: [] };
		taken.delete(hop.paper);
		const best = chosen(candidates, taken);
		if (!best) return null;
		taken.add(best.paper.ref);
		const before = hop.before && concepts.get(hop.before);
		if (before) {
			stations.push(before);
			evidence.push(mentionOf(best, best.before));
		}
		stations.push(best.paper);
		if (hop.after) evidence.push(mentionOf(best, best.after));
		const { sentence, marks } = sayingOf(best);
		hops.push({ paper: best.paper, sentence, marks, papers });
	}
	const last = concepts.get(way.nodes.at(-1) ?? nodeRef('concepts', '?'));
	if (last) stations.push(last);
	return { stations, evidence, hops, cost: way.cost };
}

/** Ways as lines of stations, each paper of them with its sentence. `avoid`: what none of them goes through. */
export async function tellWays(store: Store, ways: Way[], avoid: readonly NodeRef[]): Promise<Path[]> {
	if (ways.length === 0) return [];
	const hops = ways.flatMap(hopsOf);
	const asked = (some: Hop[]) =>
		some.map((hop) => ({
			key: keyOf(hop),
			before: idOf(hop.before),
			paper: idOf(hop.paper),
			after: idOf(hop.after)
		}));
	const isBetween = ({ before, after }: Hop) => before !== null && after !== null;
	const without = [...avoid, ...ways.flatMap(({ nodes }) => [nodes[0], nodes.at(-1)])].flatMap((ref) =>
		ref && splitRef(ref).collection === 'papers' ? [splitRef(ref).id] : []
	);
	const ids = [...new Set(ways.flatMap(({ nodes }) => nodes))].map((ref) => splitRef(ref).id);
	const [between, atEnds, named] = await Promise.all([
		store.read(hopsQuestion, { hops: asked(hops.filter(isBetween)), without }),
		store.read(endsQuestion, { hops: asked(hops.filter((hop) => !isBetween(hop))) }),
		store.read(conceptsQuestion, { ids })
	]);
	const told = new Map([...between, ...atEnds].map(({ key, ...row }): [string, Told] => [key, row]));
	const concepts = new Map(named.map(({ concept }) => [concept.ref, concept]));
	return ways.flatMap((way) => lineOf(way, told, concepts) ?? []);
}
