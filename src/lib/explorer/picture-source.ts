import { counted } from '#lib/domain/counted.ts';
import { drawnKinds, type DrawnKind } from '#lib/domain/view.ts';
import type { MapPicture } from '#lib/domain/map-picture.ts';

/** The kinds that a picture holds, in their own order. */
export function kindsIn({ nodes }: Pick<MapPicture, 'nodes'>): DrawnKind[] {
	const found = new Set(nodes.map(({ kind }) => kind));
	return drawnKinds.filter((kind) => found.has(kind));
}

/** Where a saved picture comes from, in one line: `26 concepts, 1 paper · graph of 2026-01-01 · Throughline`. */
export function pictureSource({ concepts, papers, generation }: MapPicture): string {
	const shown = `${counted(concepts.shown, 'concept')}, ${counted(papers.shown, 'paper')}`;
	return `${shown} · graph of ${generation.slice(0, 10)} · Throughline`;
}
