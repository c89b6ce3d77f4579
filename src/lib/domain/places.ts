/** Where a text says something: UTF-16 code units, ends exclusive. */
export type TextPlace = [start: number, end: number];

/** Places as the graph stores them, in two lists of the same length. */
export interface StoredPlaces {
	starts: number[];
	ends: number[];
}

/** The places that two lists hold, in their order. */
export function placesFrom({ starts, ends }: StoredPlaces): TextPlace[] {
	return starts.map((start, index) => [start, ends[index] ?? start]);
}
