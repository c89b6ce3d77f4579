import { relationshipWords } from '#lib/domain/constants/relationship-words.ts';
import { counted } from '#lib/domain/counted.ts';
import type { MapEdge } from '#lib/domain/map-picture.ts';

/** What a line of the map says between the names of its two ends, and behind them: its papers, its score. */
export function lineWords({ type, papers, weight }: Pick<MapEdge, 'type' | 'papers' | 'weight'>): {
	between: string;
	behind: string;
} {
	const between = relationshipWords[type] ?? type;
	if (type === 'CO_OCCURS') return { between, behind: `in ${counted(papers, 'paper')}` };
	return { between, behind: type === 'RELATED' ? weight.toFixed(2) : '' };
}
