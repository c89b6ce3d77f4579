import { z } from 'zod';
import {
	conceptSummarySchema,
	paperSummarySchema,
	topicSummarySchema,
	type Overview
} from '#lib/domain/answers.ts';
import { kinds, kindSchema } from '#lib/domain/kind.ts';
import type { Store } from '#lib/server/store.ts';
import { perGeneration } from './generation.ts';
import { conceptSummary, paperSummary, topicSummary } from './summaries.ts';

const topicsQuestion = {
	text: `MATCH (t:Topic) RETURN ${topicSummary('t')} AS topic ORDER BY t.level, t.papers DESC, t.id`,
	row: z.object({ topic: topicSummarySchema })
};
const kindsQuestion = {
	text: 'MATCH (c:Concept) RETURN c.kind AS kind, count(*) AS concepts',
	row: z.object({ kind: kindSchema, concepts: z.int() })
};
const monthsQuestion = {
	text: `MATCH (p:Paper) WHERE p.date IS NOT NULL
RETURN substring(p.date, 0, 7) AS period, count(*) AS papers, min(p.date) AS first, max(p.date) AS last ORDER BY period`,
	row: z.object({ period: z.string(), papers: z.int(), first: z.string(), last: z.string() })
};
const strongestQuestion = {
	text: `MATCH (c:Concept) WHERE c.papers > 0 WITH c ORDER BY c.papers DESC, c.id LIMIT 10
RETURN ${conceptSummary('c')} AS concept`,
	row: z.object({ concept: conceptSummarySchema })
};
const newestQuestion = {
	text: `MATCH (p:Paper) WHERE p.date > '' WITH p ORDER BY p.date DESC, p.id LIMIT 5
RETURN ${paperSummary('p')} AS paper`,
	row: z.object({ paper: paperSummarySchema })
};
const papersQuestion = {
	text: `RETURN COUNT { (:Paper) } AS papers,
	head(COLLECT { MATCH (i:Ingest {status: 'done'}) RETURN i.finishedAt ORDER BY i.id DESC LIMIT 1 }) AS ingestedAt`,
	row: z.object({ papers: z.int(), ingestedAt: z.string().nullable() })
};

type Period = Overview['histogram'][number];

/** Every month from the first to the last, or every year over more than ten years; empty ones have a bar of 0. */
function histogramOf(months: Period[]): Period[] {
	const [first, last] = [months[0]?.period, months.at(-1)?.period];
	if (first === undefined || last === undefined) return [];
	const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
	const byYear = to - from > 10 || months.some(({ period }) => period.length === 4);
	const counts = new Map<string, number>();
	for (const { period, papers } of months) {
		const key = byYear ? period.slice(0, 4) : period;
		counts.set(key, (counts.get(key) ?? 0) + papers);
	}
	const periods: string[] = [];
	for (let year = from; year <= to; year++) {
		if (byYear) periods.push(String(year));
		else for (let month = 1; month <= 12; month++) periods.push(`${year}-${String(month).padStart(2, '0')}`);
	}
	return periods
		.filter((period) => byYear || (period >= first && period <= last))
		.map((period) => ({ period, papers: counts.get(period) ?? 0 }));
}

/** The sums of the whole corpus: what the panels beside the overview map say. */
export async function overview(store: Store): Promise<Overview> {
	return perGeneration(store, 'overview', async (generation) => {
		const [topics, byKind, months, strongest, newest, [counted]] = await Promise.all([
			store.read(topicsQuestion),
			store.read(kindsQuestion),
			store.read(monthsQuestion),
			store.read(strongestQuestion),
			store.read(newestQuestion),
			store.read(papersQuestion)
		]);
		const concepts = new Map(byKind.map(({ kind, concepts }) => [kind, concepts]));
		return {
			generation,
			papers: counted?.papers ?? 0,
			concepts: byKind.reduce((sum, row) => sum + row.concepts, 0),
			topics: topics.map(({ topic }) => topic),
			kinds: Object.fromEntries(kinds.map((kind) => [kind, concepts.get(kind) ?? 0])) as Overview['kinds'],
			firstDate: months[0]?.first ?? null,
			lastDate: months.at(-1)?.last ?? null,
			ingestedAt: counted?.ingestedAt ?? null,
			histogram: histogramOf(months),
			strongest: strongest.map(({ concept }) => concept),
			newest: newest.map(({ paper }) => paper)
		};
	});
}
