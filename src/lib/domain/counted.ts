/** `1 paper`, `2 papers`, `1,234 papers`: a number with its word. `many`: the plural, where it is not the word with an s. */
export function counted(count: number, one: string, many = `${one}s`): string {
	return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
