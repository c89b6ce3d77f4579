import { counted } from '#lib/domain/counted.ts';
import type { ChangeRow, IngestSummary } from './ingest-changes.ts';

const percent = (share: number) => `${(100 * share).toFixed(1).replace(/\.0$/, '')} %`;

/** What is to be said of a row beside its name: `40 papers, then 52`; empty where there is nothing. */
export function changeText({ before, after, shareBefore, shareAfter, now, papers, date }: ChangeRow): string {
	if (now !== null) return `now ${now.name}`;
	if (before !== null && after !== null) {
		const counts = `${counted(before, 'paper')}, then ${after.toLocaleString('en')}`;
		return shareBefore === null || shareAfter === null
			? counts
			: `${counts}; ${percent(shareBefore)} of the newest papers, then ${percent(shareAfter)}`;
	}
	return papers === null ? (date ?? '') : counted(papers, 'paper');
}

type Counts = Pick<IngestSummary, 'newPapersTotal' | 'newConceptsTotal' | 'mergedTotal' | 'goneTotal'>;

/** What an ingest brought in one line: `20 new papers, 12 new concepts, 3 gone`. */
export function broughtText(counts: Counts): string {
	const { newPapersTotal, newConceptsTotal, mergedTotal, goneTotal } = counts;
	if (newPapersTotal === null) return 'What it brought was not kept';
	const merged = mergedTotal ? [`${mergedTotal.toLocaleString('en')} merged`] : [];
	const gone = goneTotal ? [`${goneTotal.toLocaleString('en')} gone`] : [];
	const born = [counted(newPapersTotal, 'new paper'), counted(newConceptsTotal ?? 0, 'new concept')];
	return [...born, ...merged, ...gone].join(', ');
}
