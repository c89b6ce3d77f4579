/** An ISO time as lists and sentences show it: `2026-11-28 10:30`; empty for none. */
export function timeText(text: string | null): string {
	return text?.slice(0, 16).replace('T', ' ') ?? '';
}
