import type { Graph, News } from '#lib/domain/graph.ts';
import { nodeRef, splitRef, type Collection } from '#lib/domain/ids.ts';
import type { KeptMap } from './kept-map.ts';

/** What is new in a graph; all of it where there was none before. */
export function newsOf(graph: Graph, kept: KeptMap | null): News {
	const before: Record<Collection, ReadonlySet<string>> = {
		papers: new Set(kept?.papers.keys()),
		concepts: new Set(kept?.forms.keys()),
		topics: new Set(kept?.topics.map(({ id }) => id))
	};
	const added = (collection: Collection) =>
		graph[collection].map(({ id }) => id as string).filter((id) => !before[collection].has(id));
	const merged = graph.formerIds.filter(({ former }) => {
		const { collection, id } = splitRef(former);
		return before[collection].has(id);
	});
	const explained = new Set<string>(merged.map(({ former }) => former));
	const gone = (['papers', 'concepts', 'topics'] as const).flatMap((collection) => {
		const live = new Set<string>(graph[collection].map(({ id }) => id));
		return [...before[collection]]
			.filter((id) => !live.has(id))
			.map((id) => nodeRef(collection, id))
			.filter((ref) => !explained.has(ref));
	});
	return {
		papers: added('papers'),
		concepts: added('concepts'),
		topics: added('topics'),
		merged,
		gone: gone.sort()
	};
}
