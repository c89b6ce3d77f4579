import type { IngestJob } from '#lib/domain/ingest-job.ts';

/** What the steps are called on the page, and what is counted in them; the others tell a share of a hundred. */
const steps: Record<string, { word: string; counts?: string }> = {
	reading: { word: 'Reading' },
	fetching: { word: 'Fetching', counts: 'papers' },
	concepts: { word: 'Finding concepts', counts: 'papers' },
	'nearest papers': { word: 'Finding the nearest papers' },
	topics: { word: 'Making topics' },
	positions: { word: 'Placing everything' },
	land: { word: 'Drawing the land' },
	'co-occurrence': { word: 'Counting what occurs together' },
	publishing: { word: 'Publishing', counts: 'records' }
};

/** So many seconds in words: `40 s`, `3 min`. */
export function timeWords(seconds: number): string {
	return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

/** A step in one line: `Finding concepts: 1,200 of 3,000 papers, 940 a second, 2 s left`. */
export function stepWords({
	name,
	done,
	total,
	perSecond,
	secondsLeft
}: NonNullable<IngestJob['step']>): string {
	const { word, counts } = steps[name] ?? { word: name };
	const many = (count: number) => count.toLocaleString('en');
	if (total === 0) return word;
	const share = counts
		? `${many(done)} of ${many(total)} ${counts}`
		: `${Math.round((100 * done) / total)} %`;
	const rate = counts && perSecond !== null ? [`${many(Math.round(perSecond))} a second`] : [];
	const left = secondsLeft !== null ? [`${timeWords(secondsLeft)} left`] : [];
	return `${word}: ${[share, ...rate, ...left].join(', ')}`;
}
