import { counted } from '#lib/domain/counted.ts';
import type { MapEdge } from '#lib/domain/map-picture.ts';

/** What a line of the map says of its two ends, as the card beside the pointer puts it. */
export function lineWords({ type, papers, weight }: Pick<MapEdge, 'type' | 'papers' | 'weight'>): string {
	switch (type) {
		case 'MENTIONS':
			return 'mentions';
		case 'INTRODUCES':
			return 'introduces';
		case 'CO_OCCURS':
			return `together in ${counted(papers, 'paper')}`;
		case 'BROADER':
			return 'is narrower than';
		case 'RELATED':
			return `related, ${weight.toFixed(2)}`;
	}
}
