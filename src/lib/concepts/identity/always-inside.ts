import { largest } from '#lib/domain/order.ts';
import type { Span } from '#lib/domain/sentences.ts';

/** From this share of its places inside one and the same longer form on, a form is only a part of it. */
const share = 0.9;

/** For forms of several words: their places, and by the longer forms that hold them how many each holds. */
export type InsideCounts = Map<string, { places: number; holders: Map<string, number> }>;

interface Place extends Span {
	form: string;
}

/** The places that hold the one at `index`. Longest first at every start, so they stand before it, at most eight words. */
function* holdersOf(places: Place[], index: number): Generator<Place> {
	const held = places[index];
	for (let before = index - 1; held && before >= Math.max(0, index - 16); before -= 1) {
		const other = places[before];
		if (other && other.end >= held.end && other.end - other.start > held.end - held.start) yield other;
	}
}

/** Counts what holds what in some texts; `written` has the places of each form in each of them. */
export function countInside(written: Iterable<Map<string, Span[]>>): InsideCounts {
	const counts: InsideCounts = new Map();
	for (const found of written) {
		const places = [...found].flatMap(([form, spans]) =>
			spans.map(({ start, end }) => ({ form, start, end }))
		);
		places.sort((a, b) => a.start - b.start || b.end - a.end);
		for (const [index, { form }] of places.entries()) {
			if (!form.includes(' ')) continue;
			let known = counts.get(form);
			if (!known) counts.set(form, (known = { places: 0, holders: new Map() }));
			known.places += 1;
			for (const holder of holdersOf(places, index))
				known.holders.set(holder.form, (known.holders.get(holder.form) ?? 0) + 1);
		}
	}
	return counts;
}

/**
 * The forms that hardly ever stand outside one longer form: `relative policy optimization` is a part of
 * `group relative policy optimization`, whatever the tagger makes of its first word. `preference optimization` stays,
 * because it is a part of many. Given are the counts of all texts, in any number of shards.
 */
export function alwaysInside(shards: InsideCounts[]): Set<string> {
	const parts = new Set<string>();
	for (const form of new Set(shards.flatMap((counts) => [...counts.keys()]))) {
		let places = 0;
		const holders = new Map<string, number>();
		for (const counts of shards) {
			const known = counts.get(form);
			places += known?.places ?? 0;
			for (const [holder, count] of known?.holders ?? [])
				holders.set(holder, (holders.get(holder) ?? 0) + count);
		}
		if (largest(holders.values(), 0) >= share * places) parts.add(form);
	}
	return parts;
}
