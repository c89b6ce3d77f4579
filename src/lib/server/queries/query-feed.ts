import { createHash } from 'node:crypto';
import type { QueryAnswer } from '#lib/domain/answers.ts';
import { feedParameters } from '#lib/domain/feed-parameters.ts';
import { pagePath } from '#lib/domain/ids.ts';
import { fitting } from '#lib/domain/parameters.ts';
import { cellOf, cellText } from '#lib/domain/results/cell-text.ts';
import { rowKeys } from '#lib/domain/results/row-keys.ts';
import { byGeneration } from '#lib/server/answers/by-generation.ts';
import { feedAnswer, feedTimes, mostEntries, type Feed } from '#lib/server/answers/feed.ts';
import { ingestTimes } from '#lib/server/questions/ingest-times.ts';
import { whyNoRows } from './why-no-rows.ts';
import { answerKey, askedQuery, savedRows, type RunEvent } from './run-saved.ts';

const bytesOfFeed = 1_000_000;

/** Feeds want whole dates with a time: that of the first column that holds a date, else of the generation. */
function dateOf(row: readonly unknown[], usual: string): string {
	const found = row.find((value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value));
	return typeof found === 'string' ? `${found}T00:00:00Z` : usual;
}

function entriesOf(answer: QueryAnswer, id: string, page: string, updated: string): Feed['entries'] {
	const keys = rowKeys(answer.rows);
	return answer.rows.slice(0, mostEntries).map((row, at) => {
		const first = row.map((value) => cellOf(value)).find((cell) => cell.is === 'node');
		const node = first?.is === 'node' ? first.node.node : null;
		const hash = createHash('sha256')
			.update(keys[at] ?? '')
			.digest('hex');
		return {
			id: `urn:throughline:query:${id}:${hash.slice(0, 32)}`,
			title: cellText(first?.is === 'node' ? first.node : row[0]) || `Row ${at + 1}`,
			text: answer.columns.map((name, column) => `${name}: ${cellText(row[column])}`).join('\n'),
			link: node ? new URL(pagePath(node), page).href : page,
			date: dateOf(row, updated)
		};
	});
}

/**
 * The rows of a saved query as a feed: an entry a row, with an id that stays while the row is about the same things, so
 * that a feed reader shows what is new. It says when the graph was last ingested, and where the query was stopped or
 * cut. Throws NotFoundError, ParameterError, or what runQuery throws.
 */
export async function runQueryFeed(event: RunEvent): Promise<Response> {
	const { locals, url } = event;
	const { format } = fitting(feedParameters, { format: url.searchParams.get('format') ?? undefined });
	const words = new URL(url);
	words.searchParams.delete('format');
	const asked = await askedQuery({ ...event, url: words });
	const { query, lacking, key } = asked;
	const { finishedAt } = await ingestTimes(locals.store);
	const current = await answerKey(locals.store, asked);
	const etag = current === null ? null : `${current}-${format}-${query.revision ?? 0}`;
	const known = etag === null ? null : byGeneration(event.request, etag, () => new Response(null));
	if (known?.status === 304) return known;
	const answer = await savedRows(event, asked, bytesOfFeed);
	const { updated, sentence } = feedTimes(finishedAt);
	const page = new URL(`/queries/${query.id}${words.search}`, url).href;
	const told = [
		query.description,
		sentence,
		...(answer.rows.length === 0 && !answer.stopped
			? [await whyNoRows(locals.store, { cypher: query.cypher, lacking, asks: query.parameters.length > 0 })]
			: []),
		...(answer.stopped ? [`${answer.stopped} There may be more.`] : []),
		...(answer.rows.length > mostEntries || answer.truncated
			? [`The first ${Math.min(mostEntries, answer.rows.length)} rows.`]
			: [])
	];
	const feed: Feed = {
		...{
			id: `urn:throughline:query:${query.id}:${key}`,
			title: `${query.name} · Throughline`,
			about: told.join(' ')
		},
		...{ self: url.href, page, updated, entries: entriesOf(answer, query.id, page, updated) }
	};
	const response = feedAnswer(feed, format);
	return answer.stopped || etag === null ? response : byGeneration(event.request, etag, () => response);
}
