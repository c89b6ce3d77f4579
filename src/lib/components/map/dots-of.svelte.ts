import { SvelteSet } from 'svelte/reactivity';
import { foundDotsSchema, type PaperSummary, type TopicSummary } from '#lib/domain/answers.ts';
import { decodeDots, monthsOf, type Dots } from '#lib/domain/dots.ts';
import type { NodeRef } from '#lib/domain/ids.ts';
import type { DateBounds } from '#lib/domain/within-dates.ts';
import { DotField, topicCounts, type CountInRange } from '#lib/map/dot-field.ts';
import { askDot } from './ask-dot.ts';

interface Asked {
	/** The generation that the page shows; null where there is no graph yet. */
	generation: () => string | null;
	/** What the view searches for. */
	find: () => string | null;
	/** The dots wait until the first picture stands. */
	isDrawn: () => boolean;
}

/** Every paper of a generation as a dot, fetched once, with the dots that a search has found. */
export class DotsOf {
	dots: Dots | null = $state.raw(null);
	/** Null while nothing is searched for. */
	found: ReadonlySet<number> | null = $state.raw(null);
	private readonly ask = askDot();
	private readonly field = $derived(this.dots && new DotField(this.dots));

	/** Called while a component is made. */
	constructor({ generation, find, isDrawn }: Asked) {
		$effect(() => {
			const wanted = generation();
			if (!isDrawn() || wanted === null || this.dots?.generation === wanted) return;
			void fetch('/api/dots').then(async (response) => {
				if (!response.ok) return;
				this.dots = decodeDots(await response.arrayBuffer());
			});
		});
		$effect(() => {
			const q = find();
			const wanted = generation();
			if (q === null || wanted === null) {
				this.found = null;
				return;
			}
			let isLate = false;
			void fetch(`/api/dots/found?q=${encodeURIComponent(q)}`).then(async (response) => {
				if (!response.ok || isLate) return;
				this.found = new SvelteSet(foundDotsSchema.parse(await response.json()).dots);
			});
			return () => {
				isLate = true;
			};
		});
	}

	/** How many of its papers each topic has within the dates; null where all dates count, or the dots are not there yet. */
	countsWithin(dates: DateBounds, topics: TopicSummary[]): Map<NodeRef, CountInRange> | null {
		const range = monthsOf(dates);
		if (!range || !this.field) return null;
		return topicCounts(
			this.field,
			range,
			topics.map(({ ref, parent }) => ({ id: ref, parent }))
		);
	}

	/** The paper of a dot; null when the graph was updated meanwhile or does not answer. */
	paperOf(dot: number): Promise<PaperSummary | null> {
		return this.dots ? this.ask(dot, this.dots.generation) : Promise.resolve(null);
	}
}
