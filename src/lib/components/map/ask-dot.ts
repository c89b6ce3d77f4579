import { paperSummarySchema, type PaperSummary } from '#lib/domain/answers.ts';

/** Asks the server whose a dot is, each dot of a generation once; null when the graph was updated or does not answer. */
export function askDot(): (dot: number, generation: string) => Promise<PaperSummary | null> {
	const known = new Map<string, Promise<PaperSummary | null>>();
	async function ask(dot: number, generation: string): Promise<PaperSummary | null> {
		const response = await fetch(`/api/dots/${dot}?generation=${encodeURIComponent(generation)}`);
		return response.ok ? paperSummarySchema.parse(await response.json()) : null;
	}
	return (dot, generation) => {
		const key = `${generation} ${dot}`;
		const asked = known.get(key) ?? ask(dot, generation).catch(() => null);
		known.set(key, asked);
		return asked;
	};
}
