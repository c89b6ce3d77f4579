import { counted } from '#lib/domain/counted.ts';
import { drawnKinds, type View } from '#lib/domain/view.ts';
import { sortWords } from './sort-words.ts';

/** What narrows a view, in words, and the view without it. */
export interface FilterChip {
	text: string;
	without: View;
}

/** `2021`, `2021-05` or `2021-05-17` as people say it; `monthText` of the components knows how. */
function rangeWords({ from, to }: View, textOf: (date: string) => string): string {
	if (from !== null && to !== null)
		return textOf(from) === textOf(to) ? textOf(from) : `${textOf(from)} to ${textOf(to)}`;
	return from !== null ? `since ${textOf(from)}` : `until ${textOf(to ?? '')}`;
}

/**
 * All that is left out of a view or lit in it, each with the way back: "only datasets", "without papers",
 * "2021 to 2023", "3 hidden", "“reward hacking”".
 */
export function filterChips(view: View, textOf: (date: string) => string): FilterChip[] {
	const chips: FilterChip[] = [];
	const on = drawnKinds.filter((kind) => !view.without.includes(kind));
	const [only] = on;
	if (on.length === 1 && only)
		chips.push({ text: `only ${sortWords(only)[1]}`, without: { ...view, without: [] } });
	else
		for (const kind of view.without)
			chips.push({
				text: `without ${sortWords(kind)[1]}`,
				without: { ...view, without: view.without.filter((other) => other !== kind) }
			});
	if (view.from !== null || view.to !== null)
		chips.push({ text: rangeWords(view, textOf), without: { ...view, from: null, to: null } });
	if (view.find !== null) chips.push({ text: `“${view.find}”`, without: { ...view, find: null } });
	if (view.hidden.length > 0)
		chips.push({ text: `${view.hidden.length} hidden`, without: { ...view, hidden: [] } });
	if (view.pinned.length > 0)
		chips.push({ text: `${view.pinned.length} pinned`, without: { ...view, pinned: [] } });
	if (view.moved.length > 0)
		chips.push({ text: `${counted(view.moved.length, 'place')} moved`, without: { ...view, moved: [] } });
	if (view.grown.length > 0)
		chips.push({
			text: `${counted(view.grown.length, 'sort')} of neighbours`,
			without: { ...view, grown: [] }
		});
	if (view.open.length > 0)
		chips.push({ text: `${view.open.length} expanded`, without: { ...view, open: [] } });
	return chips;
}
