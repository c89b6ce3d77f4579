/** True for a name with capitals inside: `PAIRED`, `InTRO`, `LLMs`. */
export function isCapital(surface: string): boolean {
	return /[A-Z][^\s]*[A-Z]|[a-z][A-Z]/.test(surface);
}
