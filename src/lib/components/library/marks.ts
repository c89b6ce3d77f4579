import { getContext, setContext } from 'svelte';
import { readingStates, type Marks } from '#lib/domain/library-entry.ts';
import { splitRef, type NodeRef } from '#lib/domain/ids.ts';

const key = Symbol('the marks of the papers of a page');
type Known = () => Record<string, Marks>;

/** Tells the lists below a page which papers of theirs are in the library. Called while it is made. */
export function tellMarks(known: Known): void {
	setContext(key, known);
}

/** The marks of a paper; undefined where it has none, or nobody tells. The getter is got while a component is made. */
export function knownMarks(): (ref: NodeRef) => Marks | undefined {
	const known = getContext<Known | undefined>(key);
	return (ref) => known?.()[splitRef(ref).id];
}

/** Marks as a sentence says them: `to read, starred, with a note`. */
export function marksText({ state, starred, note }: Marks): string {
	const parts = [
		...(state === 'none' ? [] : [readingStates[state]]),
		...(starred ? ['starred'] : []),
		...(note === '' ? [] : ['with a note'])
	];
	return parts.length === 0 ? readingStates.none : parts.join(', ');
}
