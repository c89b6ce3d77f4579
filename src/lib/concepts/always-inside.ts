import type { Span } from './sentences.ts';

/** From this share of its places inside one and the same longer form on, a form is only a part of it. */
const share = 0.9;

/**
 * The forms that hardly ever stand outside one longer form: `relative policy optimization` is a part of
 * `group relative policy optimization`, whatever the tagger makes of its first word. `preference optimization` stays,
 * because it is a part of many.
 */
export function alwaysInside(written: Map<string, Span[]>[]): Set<string> {
	const counts = new Map<string, number>();
	const inside = new Map<string, Map<string, number>>();
	for (const places of written) {
		const all = [...places].flatMap(([form, spans]) => spans.map((span) => ({ form, ...span })));
		all.sort((a, b) => a.start - b.start || b.end - a.end);
		for (const [index, { form, start, end }] of all.entries()) {
			counts.set(form, (counts.get(form) ?? 0) + 1);
			if (!form.includes(' ')) continue;
			// Longest first at every start: what holds this place begins before it, at most eight words.
			for (let before = index - 1; before >= 0 && before >= index - 16; before -= 1) {
				const other = all[before];
				if (!other || other.end < end || other.end - other.start === end - start || other.start > start)
					continue;
				const holders = inside.get(form) ?? new Map<string, number>();
				holders.set(other.form, (holders.get(other.form) ?? 0) + 1);
				inside.set(form, holders);
			}
		}
	}
	const parts = new Set<string>();
	for (const [form, holders] of inside)
		if (Math.max(...holders.values()) >= share * (counts.get(form) ?? 0)) parts.add(form);
	return parts;
}
