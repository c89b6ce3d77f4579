import { timeText } from '#lib/domain/time-text.ts';
import { xmlText } from '#lib/server/exports/xml-text.ts';

/** Entries of a feed, at most: readers ask again and again, and nobody reads more. */
export const mostEntries = 200;

export type FeedFormat = 'atom' | 'json';

interface FeedEntry {
	/** An id that stays while the entry is about the same thing, so that a feed reader shows what is new. */
	id: string;
	title: string;
	text: string;
	/** Absolute. */
	link: string;
	/** ISO text with a time. */
	date: string;
}

export interface Feed {
	id: string;
	title: string;
	about: string;
	/** Addresses, absolute. */
	self: string;
	page: string;
	/** ISO text: when the graph was last ingested. Empty feeds and old graphs say so, too. */
	updated: string;
	entries: FeedEntry[];
}

/** What stands for the time of the last ingest while there was none. */
const never = '1970-01-01T00:00:00Z';

/** When the graph was last ingested, for `updated`, and in words. */
export function feedTimes(finishedAt: string | null): { updated: string; sentence: string } {
	return {
		updated: finishedAt ?? never,
		sentence: finishedAt
			? `The graph was last ingested on ${timeText(finishedAt)} UTC.`
			: 'Nothing was ingested yet.'
	};
}

function atom({ id, title, about, self, page, updated, entries }: Feed): string {
	const lines = entries.map(
		(entry) => `	<entry>
		<id>${xmlText(entry.id)}</id>
		<title>${xmlText(entry.title)}</title>
		<link href="${xmlText(entry.link)}"/>
		<updated>${entry.date}</updated>
		<content type="text">${xmlText(entry.text)}</content>
	</entry>
`
	);
	return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
	<id>${xmlText(id)}</id>
	<title>${xmlText(title)}</title>
	<subtitle>${xmlText(about)}</subtitle>
	<author><name>Throughline</name></author>
	<link rel="self" href="${xmlText(self)}"/>
	<link href="${xmlText(page)}"/>
	<updated>${updated}</updated>
${lines.join('')}</feed>
`;
}

function jsonFeed({ title, about, self, page, entries, updated }: Feed): string {
	return JSON.stringify({
		version: 'https://jsonfeed.org/version/1.1',
		...{ title, description: about, home_page_url: page, feed_url: self, _ingested: updated },
		items: entries.map(({ id, title: name, text, link, date }) => ({
			...{ id, url: link, title: name, content_text: text, date_published: date }
		}))
	});
}

/** A feed in the format that was asked for. */
export function feedAnswer(feed: Feed, format: FeedFormat): Response {
	const type = format === 'atom' ? 'application/atom+xml; charset=utf-8' : 'application/feed+json';
	return new Response(format === 'atom' ? atom(feed) : jsonFeed(feed), { headers: { 'content-type': type } });
}
