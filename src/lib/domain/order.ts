/** Order by code unit, the same on every machine and in every language. */
export function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

export function round3(value: number): number {
	return Math.round(value * 1000) / 1000;
}

export function round1(value: number): number {
	return Math.round(value * 10) / 10;
}
