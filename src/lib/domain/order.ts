/** Order by code unit, the same on every machine and in every language. */
export function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** The largest of some numbers, `least` where there is none above it: of any number of them, as no call with all of them is. */
export function largest(values: Iterable<number>, least = -Infinity): number {
	let most = least;
	for (const value of values) if (value > most) most = value;
	return most;
}

export function round3(value: number): number {
	return Math.round(value * 1000) / 1000;
}

export function round1(value: number): number {
	return Math.round(value * 10) / 10;
}
