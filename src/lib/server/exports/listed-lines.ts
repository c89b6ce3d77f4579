/** Values as the lines of a JSON list, each with the comma that it needs: a list of any length is never held as a whole. */
export async function* listedLines(values: AsyncIterable<object> | object[]): AsyncGenerator<string> {
	yield '[';
	let last: string | null = null;
	for await (const value of values) {
		if (last !== null) yield `${last},`;
		last = JSON.stringify(value);
	}
	if (last !== null) yield last;
	yield ']';
}
