import { feedParameters } from '#lib/domain/feed-parameters.ts';
import { broughtText, changeText } from '#lib/domain/history/change-words.ts';
import { changeFeedParameters, changeParts } from '#lib/domain/history/ingest-changes.ts';
import { pagePath } from '#lib/domain/ids.ts';
import { parametersOf } from '#lib/domain/parameters.ts';
import { timeText } from '#lib/domain/time-text.ts';
import { ingestChanges } from '#lib/server/questions/ingest-changes.ts';
import { ingestTimes } from '#lib/server/questions/ingest-times.ts';
import { ingests } from '#lib/server/questions/ingests.ts';
import type { Store } from '#lib/server/store.ts';
import { byGeneration } from './by-generation.ts';
import { feedAnswer, feedTimes, mostEntries, type Feed, type FeedFormat } from './feed.ts';

interface Asked {
	store: Store;
	request: Request;
	url: URL;
}

/** A feed that changes with the graph: whoever has the one of this generation gets 304. */
async function byTimes(
	{ store, request }: Asked,
	format: FeedFormat,
	feedOf: (times: ReturnType<typeof feedTimes>) => Promise<Feed>
): Promise<Response> {
	const { generation, finishedAt } = await ingestTimes(store);
	const etag = `${generation}-${format}`;
	const known = byGeneration(request, etag, () => new Response(null));
	if (known.status === 304) return known;
	const answered = feedAnswer(await feedOf(feedTimes(finishedAt)), format);
	return byGeneration(request, etag, () => answered);
}

/** The last ingests as a feed, an entry each, with what it read and brought. */
export async function ingestFeed(asked: Asked): Promise<Response> {
	const { store, url } = asked;
	const { format } = parametersOf(feedParameters, url);
	return byTimes(asked, format, async ({ updated, sentence }) => {
		const done = (await ingests(store)).items.filter(({ status }) => status === 'done');
		return {
			...{ id: 'urn:throughline:ingests', title: 'Ingests · Throughline', about: sentence },
			...{ self: url.href, page: new URL('/ingest#history', url).href, updated },
			entries: done.map((ingest) => ({
				id: `urn:throughline:ingest:${ingest.id}`,
				title: broughtText(ingest),
				text: [
					`The graph holds ${(ingest.papers ?? 0).toLocaleString('en')} papers.`,
					...ingest.readSources.map(
						({ name, format: read, papers, rejected }) =>
							`${name} (${read}): ${papers.toLocaleString('en')} read, ${rejected.toLocaleString('en')} rejected`
					)
				].join('\n'),
				link: new URL(`/ingest/changes?to=${encodeURIComponent(ingest.id)}`, url).href,
				date: ingest.finishedAt ?? updated
			}))
		};
	});
}

/**
 * What changed between two ingests as a feed, an entry for each thing that did. With `from` alone it grows with every
 * ingest: the ids of entries stay. Throws NotFoundError, ParameterError.
 */
export async function changeFeed(asked: Asked): Promise<Response> {
	const { store, url } = asked;
	const { format, from, to } = parametersOf(changeFeedParameters, url);
	return byTimes(asked, format, async ({ updated, sentence }) => {
		const given = { from, to, part: '', page: 1, limit: mostEntries } as const;
		const changes = await ingestChanges(store, given);
		const words = new URLSearchParams({ ...(from && { from }), ...(to && { to }) }).toString();
		const page = new URL(`/ingest/changes?${words}`, url).href;
		const entries = changes.parts.flatMap(({ part, rows }) =>
			rows.map((row) => ({
				id: `urn:throughline:change:${part}:${row.ref}`,
				title: row.name,
				text: [changeParts[part].title, changeText(row)].filter((each) => each !== '').join(': '),
				link: row.isThere ? new URL(pagePath(row.ref), url).href : page,
				date: changes.to.finishedAt ?? updated
			}))
		);
		const since = changes.from ? timeText(changes.from.id) : 'the beginning';
		const left =
			changes.parts.reduce((sum, { total }) => sum + total, 0) - Math.min(entries.length, mostEntries);
		return {
			id: `urn:throughline:changes:${changes.from?.id ?? 'start'}:${to}`,
			title: `Changes since ${since} · Throughline`,
			about: left > 0 ? `${sentence} ${left.toLocaleString('en')} more changes are on the page.` : sentence,
			...{ self: url.href, page, updated, entries: entries.slice(0, mostEntries) }
		};
	});
}
