import { relationshipWords } from '#lib/domain/constants/relationship-words.ts';
import { counted } from '#lib/domain/counted.ts';
import { edgeTypes, type MapEdge } from '#lib/domain/map-picture.ts';

/** What a line of the map says between the names of its two ends, and behind them: its papers, its score. */
export function lineWords({ type, papers, weight }: Pick<MapEdge, 'type' | 'papers' | 'weight'>): {
	between: string;
	behind: string;
} {
	const between = relationshipWords[type] ?? type;
	if (type === 'CO_OCCURS') return { between, behind: `in ${counted(papers, 'paper')}` };
	return { between, behind: type === 'RELATED' ? weight.toFixed(2) : '' };
}

/** What the key of the map calls each kind of line. */
const keyWords: Record<MapEdge['type'], string> = {
	INTRODUCES: 'introduces',
	MENTIONS: 'mentions',
	CO_OCCURS: 'occur together',
	BROADER: 'is narrower than',
	RELATED: 'related'
};

/** The kinds of lines that are drawn, each once, in the order of `edgeTypes`, with their words for the key. */
export function drawnLines(
	edges: readonly Pick<MapEdge, 'type'>[]
): { type: MapEdge['type']; word: string }[] {
	const drawn = new Set(edges.map(({ type }) => type));
	return edgeTypes.filter((type) => drawn.has(type)).map((type) => ({ type, word: keyWords[type] }));
}
