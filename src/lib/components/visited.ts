import { getContext, setContext } from 'svelte';
import type { NodeRef } from '#lib/domain/ids.ts';

const key = Symbol('the nodes that were visited');

/** Tells the lists below a component which nodes a person has been at. Called while it is made. */
export function tellVisited(visited: ReadonlySet<NodeRef>): void {
	setContext(key, visited);
}

/** The nodes that a person has been at; none where nobody tells. Called while a component is made. */
export function visitedNodes(): ReadonlySet<NodeRef> {
	return getContext<ReadonlySet<NodeRef> | undefined>(key) ?? new Set();
}
