/** Goes through the rings of a flat coast, [points, x1, y1, x2, y2, …, points, x1, …], and gives each coordinate anew. */
function eachCoordinate(
	coast: readonly number[],
	made: (value: number, before: number, result: number) => number
): number[] {
	const result: number[] = [];
	for (let at = 0; at < coast.length;) {
		const end = at + 1 + 2 * (coast[at] ?? 0);
		const first = at + 1;
		result.push(coast[at] ?? 0);
		for (at = first; at < end; at += 1) {
			const isFirst = at < first + 2;
			result.push(
				made(coast[at] ?? 0, isFirst ? 0 : (coast[at - 2] ?? 0), isFirst ? 0 : (result[at - 2] ?? 0))
			);
		}
	}
	return result;
}

/** A coast with each point as its distance from the one before it in its ring: small numbers, which pack better. */
export function differencesOf(coast: readonly number[]): number[] {
	return eachCoordinate(coast, (value, before) => value - before);
}

/** The coast of which these are the differences. */
export function coastOf(differences: readonly number[]): number[] {
	return eachCoordinate(differences, (value, _, result) => value + result);
}
