import type { Outcome } from '#lib/domain/decision.ts';
import type { Estimate } from '#lib/domain/ingest-job.ts';
import type { IngestReport } from '#lib/ingest/ingest.ts';

function count(n: number, word: string): string {
	return `${n.toLocaleString('en')} ${word}${n === 1 ? '' : 's'}`;
}

/** What an ingest did, in sentences. */
export function reportSentence({ graph, read, news, published }: IngestReport): string {
	const holds = `${count(graph.papers.length, 'paper')}, ${count(graph.concepts.length, 'concept')}, ${count(graph.topics.length, 'topic')}`;
	const rest = [
		`${count(read.rejectedCount, 'record')} rejected`,
		`${count(read.duplicates.length, 'duplicate')} merged`,
		`${count(read.omittedCount, 'field')} left out`
	].join(', ');
	const facts = [
		`${count(news.papers.length, 'paper')} and ${count(news.concepts.length, 'concept')} new`,
		...(news.merged.length > 0 ? [`${news.merged.length.toLocaleString('en')} merged into others`] : []),
		...(news.gone.length > 0 ? [`${news.gone.length.toLocaleString('en')} gone`] : [])
	].join(', ');
	const change = published
		? `${facts}; ${count(published.written, 'record')} written`
		: `${facts}; nothing was published (--dry-run)`;
	return `The graph ${published ? 'holds' : 'would hold'} ${holds}. ${change}; ${rest}.`;
}

/** Everything that an ingest reports, for machines. */
export function reportObject({
	generation,
	graph,
	read,
	languages,
	news,
	decided,
	published,
	drawn
}: IngestReport): object {
	const counts = {
		papers: graph.papers.length,
		concepts: graph.concepts.length,
		topics: graph.topics.length,
		mentions: graph.mentions.length
	};
	const { rejected, rejectedCount, omitted, omittedCount, notes, duplicates, withoutAbstract } = read;
	const unread = { rejected, rejectedCount, omitted, omittedCount, notes, duplicates, withoutAbstract };
	return { generation, ...counts, drawn, published, news, decided, languages, ...unread };
}

/** What an ingest would do, in sentences. */
export function estimateSentence(estimate: Estimate): string {
	const { papers, newPapers, duplicateCount, rejectedCount, seconds } = estimate;
	const time = seconds < 90 ? count(seconds, 'second') : count(Math.round(seconds / 60), 'minute');
	return (
		`${count(papers, 'paper')} to read, ${newPapers.toLocaleString('en')} of them new; ` +
		`${count(duplicateCount, 'duplicate')}, ${count(rejectedCount, 'record')} rejected. It takes about ${time}.`
	);
}

/** What people's decisions came to, one line for how many apply and one for each that does not. */
export function decisionLines(decided: readonly Outcome[]): string[] {
	if (decided.length === 0) return [];
	const idle = decided.filter(({ applies }) => !applies);
	return [
		`${(decided.length - idle.length).toLocaleString('en')} of ${count(decided.length, 'decision')} applied.`,
		...idle
			.slice(0, 20)
			.map(({ key, sentence }) => `Does not apply: ${key.replaceAll(' | ', ' ')}. ${sentence}`),
		...(idle.length > 20 ? [`… and ${idle.length - 20} more; --json lists them, and so does /curate.`] : [])
	];
}
