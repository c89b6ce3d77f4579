import type { NodeRef } from '#lib/domain/ids.ts';
import { compare } from '#lib/domain/order.ts';
import { pathCosts } from './constants/path-limits.ts';

/** A vertex of the net: its number, in the order in which it was met. */
export type Vertex = number;

export interface Mention {
	to: Vertex;
	/** What it costs to go along: less where the paper is more about the concept. */
	cost: number;
}

/** A paper with the concepts that it mentions, as it is read. `papers`: how many mention the concept. */
export interface PaperRow {
	paper: NodeRef;
	concepts: { ref: NodeRef; papers: number; weight: number }[];
}

/** The papers and concepts that were met around two ends, with the mentions between them. It grows look by look. */
export class MentionNet {
	private readonly numbers = new Map<NodeRef, Vertex>();
	private readonly refs: NodeRef[] = [];
	private readonly mentions: Mention[][] = [];
	/** What it costs to go through; papers cost nothing of their own. */
	private readonly costs: number[] = [];
	/** Concepts whose papers have not been asked for, with how many those are, by the end around which they were met. */
	private readonly open: Map<NodeRef, number>[] = [new Map<NodeRef, number>(), new Map<NodeRef, number>()];
	private readonly closed = new Set<NodeRef>();

	get size(): number {
		return this.refs.length;
	}

	refOf(vertex: Vertex): NodeRef {
		const ref = this.refs[vertex];
		if (ref === undefined) throw new RangeError(`the net has no vertex ${vertex}`);
		return ref;
	}

	costOf(vertex: Vertex): number {
		return this.costs[vertex] ?? 0;
	}

	mentionsOf(vertex: Vertex): readonly Mention[] {
		return this.mentions[vertex] ?? [];
	}

	/** The number of a node, which is added where it is new. `papers`: of a concept, how many mention it. */
	vertex(ref: NodeRef, papers = 1): Vertex {
		const known = this.numbers.get(ref);
		if (known !== undefined) return known;
		const vertex = this.refs.length;
		this.numbers.set(ref, vertex);
		this.refs.push(ref);
		this.mentions.push([]);
		const isConcept = ref.startsWith('concepts/');
		this.costs.push(isConcept ? pathCosts.concept + pathCosts.doubling * Math.log2(Math.max(1, papers)) : 0);
		return vertex;
	}

	/** Adds what was read around an end (0 or 1). Papers that are known are left as they are. */
	add(rows: readonly PaperRow[], end: 0 | 1): void {
		for (const { paper, concepts } of rows) {
			const at = this.vertex(paper);
			// An end is met before it is read.
			const isNew = this.mentions[at]?.length === 0;
			for (const { ref, papers, weight } of [...concepts].sort((a, b) => compare(a.ref, b.ref))) {
				if (!this.closed.has(ref)) this.open[end]?.set(ref, papers);
				if (!isNew) continue;
				const concept = this.vertex(ref, papers);
				const cost = pathCosts.faint * (1 - weight);
				this.mentions[at]?.push({ to: concept, cost });
				this.mentions[concept]?.push({ to: at, cost });
			}
		}
	}

	/**
	 * The concepts to look around next at an end: those of the fewest papers, as many as have `most` papers together.
	 * They count as looked around from now on. `isAll`: whether none was left.
	 */
	frontier(end: 0 | 1, most: number): { concepts: NodeRef[]; isAll: boolean } {
		const open = [...(this.open[end] ?? [])]
			.filter(([ref]) => !this.closed.has(ref))
			.sort(([a, x], [b, y]) => x - y || compare(a, b));
		const concepts: NodeRef[] = [];
		let sum = 0;
		for (const [ref, papers] of open) {
			sum += papers;
			if (sum > most) break;
			concepts.push(ref);
		}
		for (const ref of concepts) this.close(ref);
		return { concepts, isAll: concepts.length === open.length };
	}

	/** Says that all papers of a concept were asked for. */
	close(ref: NodeRef): void {
		this.closed.add(ref);
		for (const open of this.open) open.delete(ref);
	}
}
