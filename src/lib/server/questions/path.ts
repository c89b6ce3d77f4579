import { z } from 'zod';
import type { PathAnswer } from '#lib/domain/answers.ts';
import { NotFoundError } from '#lib/domain/errors.ts';
import { labelOf } from '#lib/domain/graph-model.ts';
import { nodeRef, splitRef, type NodeRef } from '#lib/domain/ids.ts';
import { pathCosts, pathLimits } from '#lib/server/paths/constants/path-limits.ts';
import { distinctWays } from '#lib/server/paths/distinct-ways.ts';
import { MentionNet, type PaperRow } from '#lib/server/paths/mention-net.ts';
import type { Store } from '#lib/server/store.ts';
import { perGeneration } from './generation.ts';
import { idsOf } from './map-nodes.ts';
import { tellWays } from './path-lines.ts';

export interface PathQuestion {
	from: NodeRef;
	to: NodeRef;
	/** Concepts and papers that no way may go through. */
	avoid: readonly NodeRef[];
	/** How many ways to tell at most. */
	ways: number;
}

const paperRow = z.object({
	paper: z.string(),
	concepts: z.array(z.string()),
	papers: z.array(z.int()),
	weights: z.array(z.number())
});

/** A concept of one paper alone joins nothing, unless it is an end. */
const withConcepts = `MATCH (p)-[m:MENTIONS]->(c:Concept) WHERE (c.papers > 1 OR c.id IN $ends) AND NOT c.id IN $without
WITH p, collect(c.id) AS concepts, collect(c.papers) AS papers, collect(m.weight) AS weights ORDER BY p.id
RETURN p.id AS paper, concepts, papers, weights`;
const paperQuestion = { text: `MATCH (p:Paper {id: $id}) ${withConcepts}`, row: paperRow };
/** The papers of some concepts, each once, with all that they mention. */
const papersQuestion = {
	text: `MATCH (a:Concept)<-[:MENTIONS]-(p:Paper) WHERE a.id IN $concepts AND NOT p.id IN $withoutPapers
WITH DISTINCT p ${withConcepts}`,
	row: paperRow
};

async function requireNode(store: Store, ref: NodeRef): Promise<void> {
	const { collection, id } = splitRef(ref);
	const [found] = await store.read(
		{
			text: `MATCH (n:${labelOf[collection]} {id: $id}) RETURN n.id AS id`,
			row: z.object({ id: z.string() })
		},
		{ id }
	);
	if (!found || collection === 'topics')
		throw new NotFoundError(`There is no concept or paper ${ref}.`, 'Choose one of the suggestions.');
}

function rowOf({ paper, concepts, papers, weights }: z.infer<typeof paperRow>): PaperRow {
	return {
		paper: nodeRef('papers', paper),
		concepts: concepts.map((id, index) => ({
			ref: nodeRef('concepts', id),
			papers: papers[index] ?? 1,
			weight: weights[index] ?? 0
		}))
	};
}

const isPaper = (ref: NodeRef) => splitRef(ref).collection === 'papers';

/** Looks around both ends of a question, further with each look. */
class Surroundings {
	readonly net = new MentionNet();
	/** Mentions between the ends of which no way can have been missed for want of another look. */
	steps = 0;
	/** Whether concepts of many papers were left out, because looking around them would take too long. */
	isCut = false;
	private readonly ends: readonly NodeRef[];
	private readonly parameters: Record<string, string[]>;

	constructor(
		private readonly store: Store,
		{ from, to, avoid }: PathQuestion
	) {
		this.ends = [from, to];
		this.parameters = {
			ends: idsOf(this.ends).concepts,
			without: idsOf(avoid).concepts,
			withoutPapers: [...idsOf(avoid).papers, ...idsOf(this.ends).papers]
		};
		for (const end of this.ends) this.net.vertex(end);
	}

	/** One look at each end: of a paper at its concepts, of concepts at their papers. True when there was nothing new. */
	async look(): Promise<boolean> {
		const isFirst = this.steps === 0;
		const isOver = await Promise.all(([0, 1] as const).map((end) => this.lookAt(end, isFirst)));
		return isOver.every(Boolean);
	}

	private async lookAt(end: 0 | 1, isFirst: boolean): Promise<boolean> {
		const ref = this.ends[end];
		if (ref === undefined) return true;
		if (isFirst && isPaper(ref)) {
			const rows = await this.store.read(paperQuestion, { ...this.parameters, id: splitRef(ref).id });
			this.net.add(rows.map(rowOf), end);
			this.steps += 1;
			return false;
		}
		const { concepts, isAll } = isFirst
			? { concepts: [ref], isAll: true }
			: this.net.frontier(end, pathLimits.papersAtOnce);
		if (isFirst) this.net.close(ref);
		this.steps += 2;
		this.isCut ||= !isAll;
		if (concepts.length === 0) return true;
		const rows = await this.store.read(
			papersQuestion,
			{ ...this.parameters, concepts: idsOf(concepts).concepts },
			{ seconds: 10 }
		);
		this.net.add(rows.map(rowOf), end);
		return false;
	}
}

/** What a way that is longer than so many mentions costs at the least: each concept on it has two papers or more. */
function cheapestUnseen(steps: number): number {
	return Math.floor(steps / 2) * (pathCosts.concept + pathCosts.doubling);
}

/**
 * The best distinct ways over mentions between two concepts or papers, cheapest first: concepts of many papers cost
 * more, because what everyone speaks of joins everything. After enough ways are known it looks once more, so that a
 * longer one over rare concepts is weighed against a short one over a common one, unless none could be cheaper. Throws NotFoundError.
 */
export async function bestPaths(store: Store, question: PathQuestion): Promise<PathAnswer> {
	const { from, to, ways: most } = question;
	const avoid = question.avoid.filter((ref) => ref !== from && ref !== to);
	await Promise.all([requireNode(store, from), requireNode(store, to)]);
	if (from === to) return { from, to, avoid, paths: [], searched: 0, cut: false };
	const key = `path ${most} ${JSON.stringify([from, to, ...[...avoid].sort()])}`;
	return perGeneration(store, key, async () => {
		const around = new Surroundings(store, { ...question, avoid });
		let ways = distinctWays(around.net, { from, to, steps: 0 }, most);
		for (let looks = 0, isOver = false; looks < pathLimits.looks && !isOver; looks += 1) {
			isOver = await around.look();
			ways = distinctWays(around.net, { from, to, steps: around.steps }, most);
			const dearest = ways.at(-1)?.cost ?? Infinity;
			if (ways.length >= most && (looks > 0 || dearest <= cheapestUnseen(around.steps))) break;
		}
		const paths = await tellWays(store, ways, avoid);
		return { from, to, avoid, paths, searched: around.steps, cut: around.isCut };
	});
}
