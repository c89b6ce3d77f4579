import { SvelteSet } from 'svelte/reactivity';
import { z } from 'zod';
import { nodeRefSchema, type NodeRef } from '#lib/domain/ids.ts';
import { lastStops, visit, type Stop } from '#lib/explorer/trail.ts';

const key = 'throughline-trail';
const kept = z.object({
	trail: z.array(z.object({ ref: nodeRefSchema, name: z.string(), href: z.string().startsWith('/') })),
	visited: z.array(nodeRefSchema)
});

/** Where a person has been in this tab: the trail, and all nodes that were ever selected. Lives as long as the tab. */
export class TrailOf {
	private trail: Stop[] = $state.raw([]);
	readonly visited = new SvelteSet<NodeRef>();

	/** Reads what the tab remembers. Only in the browser. */
	recall(): void {
		try {
			const found = kept.parse(JSON.parse(sessionStorage.getItem(key) ?? ''));
			this.trail = found.trail;
			for (const ref of found.visited) this.visited.add(ref);
		} catch {
			// Nothing is remembered, or what is was written by another version.
		}
	}

	get stops(): Stop[] {
		return lastStops(this.trail);
	}

	visit(stop: Stop): void {
		this.trail = visit(this.trail, stop);
		this.visited.add(stop.ref);
		try {
			sessionStorage.setItem(key, JSON.stringify({ trail: this.trail, visited: [...this.visited] }));
		} catch {
			// A tab that may store nothing forgets its trail when it is reloaded.
		}
	}
}
