import {
	shownAtMost,
	type IngestEvent,
	type IngestJob,
	type IngestReportSummary
} from '#lib/domain/ingest-job.ts';
import { mostOnly } from '#lib/domain/view.ts';

type Step = NonNullable<IngestJob['step']>;
type Report = Extract<IngestEvent, { event: 'report' }>['report'];

/** How far a step is, `seconds` after it began: its rate and the time left, once there is something to tell them by. */
export function stepAfter(name: string, done: number, total: number, seconds: number): Step {
	const perSecond = done > 0 && seconds >= 0.5 ? done / seconds : null;
	const secondsLeft = perSecond !== null && total > done ? Math.ceil((total - done) / perSecond) : null;
	return {
		name,
		done,
		total,
		perSecond: perSecond === null ? null : Number(perSecond.toPrecision(3)),
		secondsLeft
	};
}

/** The report as pages show it: counts, and the first of what is long. */
export function summaryOf(report: Report): IngestReportSummary {
	const { news, rejected, duplicates } = report;
	return {
		...report,
		news: {
			// As many as a picture of the map takes.
			papers: news.papers.slice(0, mostOnly),
			concepts: news.concepts.slice(0, mostOnly),
			topics: news.topics.slice(0, shownAtMost),
			merged: news.merged.slice(0, shownAtMost),
			gone: news.gone.slice(0, shownAtMost)
		},
		rejected: rejected.slice(0, shownAtMost),
		duplicates: duplicates.slice(0, shownAtMost),
		decided: report.decided.filter(({ applies }) => !applies).slice(0, shownAtMost),
		newPapers: news.papers.length,
		newConcepts: news.concepts.length,
		duplicateCount: duplicates.length,
		mergedCount: news.merged.length,
		decidedCount: report.decided.length,
		idleCount: report.decided.filter(({ applies }) => !applies).length
	};
}
