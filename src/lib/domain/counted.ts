/** `counted(1, 'paper')` is "1 paper", `counted(2500, 'paper')` "2,500 papers". `many`: a plural that takes more than an s. */
export function counted(count: number, one: string, many = `${one}s`): string {
	return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
