import type { TopicSummary } from '#lib/domain/answers.ts';
import { splitRef } from '#lib/domain/ids.ts';
import type { View } from '#lib/domain/view.ts';

/** How deep into the corpus a view goes, from the whole to one place. */
export const depths = ['corpus', 'topic', 'small topic', 'place'] as const;
export type Depth = (typeof depths)[number];

/** How deep a view goes: a selected place, or a scope around one, is the deepest. */
export function depthOf(
	{ scope, selected }: Pick<View, 'scope' | 'selected'>,
	topics: TopicSummary[]
): Depth {
	const isPlace = (ref: View['scope'] | null) =>
		ref !== null && ref !== 'corpus' && splitRef(ref).collection !== 'topics';
	if (isPlace(selected) || isPlace(scope)) return 'place';
	const entered = topics.find(({ ref }) => ref === scope);
	if (!entered) return 'corpus';
	return entered.level === 2 ? 'small topic' : 'topic';
}
