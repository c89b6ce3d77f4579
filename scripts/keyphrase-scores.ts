import { matchKey } from './gold.ts';

/** F1 of the first `depth` phrases, duplicates left out; gold phrases that are not in the text count. */
export function f1At(depth: number, ranked: string[], gold: ReadonlySet<string>): number {
	const first = [...new Set(ranked.map(matchKey))].slice(0, depth);
	const hits = first.filter((key) => gold.has(key)).length;
	return hits === 0 ? 0 : (2 * hits) / (first.length + gold.size);
}

/** The mean over papers of what is measured of each. */
export function mean(values: number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
