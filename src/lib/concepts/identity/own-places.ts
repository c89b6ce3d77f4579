import type { Span } from '#lib/domain/sentences.ts';

interface Place extends Span {
	form: string;
}

/** Longest first at every start, so that whatever holds a place stands before it. */
function inOrder(places: Map<string, Span[]>): Place[] {
	const all = [...places].flatMap(([form, spans]) => spans.map(({ start, end }) => ({ form, start, end })));
	return all.sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * Takes away the places that lie inside a longer place: `language model` in `large language model` is no mention of its
 * own, nor is `o1` in `OpenAI o1` a second one. A concept that is left without any goes, but for what the paper brings
 * into the world (`brought`), which keeps its places: the answer names the forms of these. Both maps are by the concepts'
 * forms.
 */
export function keepOwnPlaces(places: Map<string, Span[]>, brought: ReadonlySet<string>): Set<string> {
	let dropped = 0;
	const spans = new Map<string, Span[]>();
	/** Those that may still hold what comes: they end after its start. */
	let open: Place[] = [];
	for (const place of inOrder(places)) {
		open = open.filter(({ end }) => end > place.start);
		const isInside = open.some(({ start, end }) => end >= place.end && end - start > place.end - place.start);
		open.push(place);
		if (isInside) dropped += 1;
		else spans.set(place.form, [...(spans.get(place.form) ?? []), { start: place.start, end: place.end }]);
	}
	const borrowed = new Set<string>();
	if (dropped === 0) return borrowed;
	for (const form of [...places.keys()]) {
		const own = spans.get(form);
		if (own) places.set(form, own);
		else if (brought.has(form)) borrowed.add(form);
		else places.delete(form);
	}
	return borrowed;
}
