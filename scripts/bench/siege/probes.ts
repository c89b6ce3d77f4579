import { address } from './explorer.ts';

export const questions = ['health', 'map', 'search'] as const;
export type Question = (typeof questions)[number];

export interface Probe {
	question: Question;
	milliseconds: number;
	/** 0 when there was no answer at all. */
	status: number;
}

/** One question of a page to the running explorer; nothing of it is waited for longer than twenty seconds. */
async function probe(question: Question, path: string): Promise<Probe> {
	const began = performance.now();
	const status = await fetch(address + path, { signal: AbortSignal.timeout(20_000) }).then(
		async (response) => {
			await response.arrayBuffer();
			return response.status;
		},
		() => 0
	);
	return { question, milliseconds: performance.now() - began, status };
}

/** The next questions in turn: maps and searches go round the concepts, so that few are answered from memory. */
export function createProber(concepts: string[]): () => Promise<Probe[]> {
	let asked = 0;
	return () => {
		const concept = concepts[asked % concepts.length] ?? '';
		asked += 1;
		const paths: Record<Question, string> = {
			health: '/api/health',
			map: `/api/map?scope=concepts/${encodeURIComponent(concept)}`,
			search: `/api/search?q=${encodeURIComponent(concept.slice(0, 6))}`
		};
		return Promise.all(questions.map((question) => probe(question, paths[question])));
	};
}

export function percentile(values: number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export interface Pace {
	median: number;
	p95: number;
	most: number;
	failed: number;
}

/** How fast each question was answered; what failed (503 while Neo4j starts again) counts by its time as well. */
export function paceOf(probes: Probe[]): Record<Question, Pace> {
	return Object.fromEntries(
		questions.map((question) => {
			const own = probes.filter((probe) => probe.question === question);
			const times = own.map(({ milliseconds }) => milliseconds);
			return [
				question,
				{
					median: percentile(times, 0.5),
					p95: percentile(times, 0.95),
					most: Math.max(0, ...times),
					failed: own.filter(({ status }) => status !== 200).length
				}
			];
		})
	) as Record<Question, Pace>;
}
