import { readFile } from 'node:fs/promises';
import { DiskFullError, SourceError } from '#lib/domain/errors.ts';
import { netSentence, netSourceRow, usualMost, type NetAddress } from '#lib/domain/net-sources.ts';
import { timeText } from '#lib/domain/time-text.ts';
import { FetchError } from './download.ts';
import { openFetchedPages, type FetchedPages } from './fetched-pages.ts';
import { PatientRequests, type RequestSettings } from './patient-requests.ts';
import { PageError, pageSources, type PageAsked, type PageSource, type PageTold } from './page-sources.ts';

/** How papers are fetched; `lookup` is not asked for a host that has a mirror. */
export interface NetSettings extends RequestSettings {
	/** The folder in which pages are kept. */
	cache: string;
	/** Papers of one query, at most. */
	most?: number;
	/** The keys that sources gave out, by the names of their variables. */
	keys?: Record<string, string | undefined>;
	/** Which address is asked in place of a host: a mirror, a proxy in between, the server of a test. */
	mirrors?: Record<string, string>;
	/** Asks for everything anew. */
	again?: boolean;
	/** How many papers are there, of how many. */
	onFetched?: (papers: number, of: number) => void;
}

/** One page, or one file, that is on the disk now. */
export interface Fetched {
	file: string;
	/** What is known of a page; null for a file. */
	page: { format: string; before: number; wanted: number } | null;
}

function countOf(papers: number): string {
	return `${papers.toLocaleString('en')} ${papers === 1 ? 'paper' : 'papers'}`;
}

/** What is told when a walk cannot go on: what is there stays, and the same command goes on from it. */
function brokenOff(called: string, failure: FetchError, there: number, of: number | null): SourceError {
	const { status } = failure.more;
	const kept =
		there > 0
			? ` ${countOf(there)}${of === null ? '' : ` of ${of.toLocaleString('en')}`} were fetched and are kept for a day; nothing was ingested.`
			: '';
	const advice =
		there > 0
			? `Asked again within a day it goes on from there; asked for at most ${there} papers it takes what is there.`
			: status === 404
				? 'Look at how it is written.'
				: status !== undefined && status < 500 && status !== 429
					? 'Look at the query, and at what its source says of it.'
					: 'Try again later.';
	return new SourceError(called, `${failure.message}.${kept}`, advice, null, { cause: failure });
}

/** Where a source is asked: its host, or what stands in its place. */
function baseOf(
	{ id, query }: NetAddress,
	mirrors: Record<string, string>
): { base: URL; isTrusted: boolean } {
	const { host } = netSourceRow(id);
	if (host === null) {
		if (!URL.canParse(query))
			throw new SourceError(query, 'that is no address', 'Give it as https://example.org/library.bib.');
		const url = new URL(query);
		const mirror = mirrors[url.host];
		url.hash = '';
		if (url.username !== '' || url.password !== '')
			throw new SourceError(url.host, 'the address holds a name or a password', 'Give it without.');
		return mirror === undefined
			? { base: url, isTrusted: false }
			: { base: new URL(`${url.pathname}${url.search}`, mirror), isTrusted: true };
	}
	const mirror = mirrors[host];
	return { base: new URL(mirror ?? `https://${host}`), isTrusted: mirror !== undefined };
}

/** What a walk is: where it begins, how many papers it takes, how many a page has, and what it is kept by. */
function planOf(address: NetAddress, { mirrors = {}, most = usualMost }: NetSettings) {
	const row = netSourceRow(address.id);
	const { base, isTrusted } = baseOf(address, mirrors);
	const wanted = Math.min(most, row.most);
	// Pages that are asked for by their number are of one size, however many papers are wanted.
	const size = address.id === 'openalex' ? row.pageSize : Math.min(row.pageSize, wanted);
	return { base, isTrusted, wanted, size, walked: [address.id, address.query, base.href, size] };
}

/** Forgets what was fetched for an address: it is where it belongs, and the next time it is asked for anew. */
export async function forgetFetched(address: NetAddress, settings: NetSettings): Promise<void> {
	await (await openFetchedPages(settings.cache, planOf(address, settings).walked)).remove();
}

async function fetchFile(
	requests: PatientRequests,
	pages: FetchedPages,
	tellWho: () => void
): Promise<Fetched> {
	const known = await pages.kept(0);
	const told = { total: 0, records: 0, cursor: null };
	if (!known) tellWho();
	const file =
		known?.file ?? (await requests.get({ path: '' }, await pages.draft(0), true, () => pages.keep(0, told)));
	return { file, page: null };
}

interface Place {
	page: number;
	start: number;
	cursor: string | null;
}

/** One page from its source, kept. */
async function fetchPage(
	requests: PatientRequests,
	source: PageSource,
	pages: FetchedPages,
	asked: PageAsked,
	{ page, start }: Place,
	wanted: number
): Promise<{ told: PageTold; file: string }> {
	const draft = await pages.draft(page);
	let before = '';
	const early = (told: PageTold) => {
		// arXiv and others answer with nothing when they are busy.
		if (told.records === 0 && told.total > start && start < wanted)
			throw new PageError(
				`sent an empty page, and says that there are ${told.total.toLocaleString('en')} papers`
			);
		return told;
	};
	if (source.before) {
		before = await requests.get(source.before(asked), draft, false, async () => {
			const text = await readFile(draft, 'utf8');
			if (source.page(asked, text) === null) early(source.told('', text));
			return text;
		});
	}
	const request = source.page(asked, before);
	const take = async () => {
		const told = early(source.told(await readFile(draft, 'utf8'), before));
		return { told, file: await pages.keep(page, { cursor: null, ...told }) };
	};
	return request ? requests.get(request, draft, false, take) : take();
}

/**
 * Fetches what an address names, page by page, and answers each page when it is on the disk; pages that are there from an
 * interrupted walk are not asked for again. Before anything is fetched, who is asked and for how much is told. Throws
 * SourceError, which says how much is kept.
 */
export async function* fetchPapers(address: NetAddress, settings: NetSettings): AsyncGenerator<Fetched> {
	const { id, query } = address;
	const row = netSourceRow(id);
	const called = id === 'https' ? query : `${id}:${query}`;
	if (query === '') throw new SourceError(called, 'nothing is asked', `Give what is asked: ${row.example}`);
	const { tell, onFetched, keys = {} } = settings;
	const { base, isTrusted, wanted, size, walked } = planOf(address, settings);
	const pages = await openFetchedPages(settings.cache, walked);
	if (settings.again === true) await pages.remove();
	const began = await pages.began();
	if (began)
		tell(
			`${called}: what came since ${timeText(began.toISOString())} UTC is used; --refetch asks for it anew.`
		);
	let isTold = false;
	/** Before anything is fetched; of what is here already nobody is asked. */
	const tellWho = () => {
		if (!isTold) tell(netSentence(address, wanted, base.host));
		isTold = true;
	};
	const requests = new PatientRequests(base, row.pause, isTrusted, settings);
	const place: Place = { page: 0, start: 0, cursor: null };
	let total: number | null = null;
	try {
		if (id === 'https') {
			yield await fetchFile(requests, pages, tellWho);
			return;
		}
		const source = pageSources[id];
		const key = row.key === undefined ? undefined : keys[row.key];
		for (;;) {
			const asked = { query, start: place.start, size, cursor: place.cursor, mail: settings.mail, key };
			const known = await pages.kept(place.page);
			if (!known) tellWho();
			const { told, file } = known
				? { told: known.note, file: known.file }
				: await fetchPage(requests, source, pages, asked, place, wanted);
			if (total !== null && told.total !== total)
				tell(
					`${called}: there were ${total.toLocaleString('en')} papers when this began, and there are ${told.total.toLocaleString('en')} now; one may be missing or come twice.`
				);
			total = told.total;
			if (total === 0) throw new SourceError(called, 'no paper is found', 'Ask in other words, or for more.');
			const of = Math.min(total, wanted);
			yield {
				file,
				page: { format: source.format, before: place.start, wanted: wanted - place.start }
			};
			place.start += told.records;
			place.page += 1;
			place.cursor = told.cursor ?? null;
			onFetched?.(Math.min(place.start, of), of);
			const isLast = source === pageSources.s2 && place.cursor === null;
			if (place.start >= of || isLast) {
				if (total > wanted)
					tell(
						`${called}: ${countOf(wanted)} of ${total.toLocaleString('en')} are taken, as many as were asked for.`
					);
				return;
			}
		}
	} catch (cause) {
		if (cause instanceof FetchError)
			throw brokenOff(called, cause, place.start, total === null ? null : Math.min(total, wanted));
		if (cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC')
			throw new DiskFullError(
				`${called}: the disk of ${settings.cache} is full.`,
				'Make room there, or name another folder with THROUGHLINE_CACHE; what came before is kept.',
				{ cause }
			);
		throw cause;
	}
}
