import type { NetSourceId } from '#lib/domain/net-sources.ts';

/** A request: a path on the host, its parameters, and what stands in its head. */
export interface Asked {
	path: string;
	parameters?: Record<string, string | number>;
	headers?: Record<string, string>;
}

/** What a page is asked for. */
export interface PageAsked {
	query: string;
	/** How many records lie before it, and how many it shall hold at most. */
	start: number;
	size: number;
	/** What the page before told of where this one begins; null for the first. */
	cursor: string | null;
	mail: string | undefined;
	/** What the source gave out to know its users by, where there is one. */
	key: string | undefined;
}

/** What a page tells of the walk. */
export interface PageTold {
	/** How many papers the whole answer has. */
	total: number;
	/** How many of them are in this page. */
	records: number;
	/** How the next page is asked for where it is not by `start`. */
	cursor?: string | null;
}

/** One source whose answers come in pages. */
export interface PageSource {
	/** In which format of `formats.ts` a page is. */
	format: string;
	/** What is asked first, where the page itself needs what that tells; its answer is given to `page`. */
	before?: (asked: PageAsked) => Asked;
	/** The request for a page; null where there is nothing in it. `told`: what was answered to `before`. */
	page: (asked: PageAsked, told: string) => Asked | null;
	/** Reads what a page tells. Throws a sentence's end where it is not whole or not what was asked for. */
	told: (body: string, before: string) => PageTold;
}

/** A page is not what it should be: the end of a sentence that begins with the host. */
export class PageError extends Error {
	constructor(
		reason: string,
		/** It may be another one the next time. */
		readonly mayPass = true
	) {
		super(reason);
	}
}

function jsonOf(body: string): Record<string, unknown> {
	let json: unknown;
	try {
		json = JSON.parse(body);
	} catch {
		throw new PageError(
			/^\s*[{[]/.test(body) ? 'sent half an answer: its JSON is cut short' : 'answered with what is no JSON'
		);
	}
	if (typeof json !== 'object' || json === null || Array.isArray(json))
		throw new PageError('answered with JSON that is no list of papers');
	return json as Record<string, unknown>;
}

function listOf(json: Record<string, unknown>, name: string): unknown[] {
	const list = json[name];
	if (!Array.isArray(list)) throw new PageError(`answered with JSON in which there is no list of ${name}`);
	return list as unknown[];
}

function count(value: unknown): number {
	const number = typeof value === 'string' ? Number(value) : value;
	if (typeof number !== 'number' || !Number.isInteger(number) || number < 0)
		throw new PageError('does not tell how many papers there are');
	return number;
}

function wholeXml(body: string, root: string): void {
	if (!new RegExp(`<${root}\\b`).test(body.slice(0, 5000)))
		throw new PageError(`answered with what is no ${root} in XML`);
	if (!new RegExp(`</${root}>\\s*$`).test(body.slice(-1000)))
		throw new PageError('sent half an answer: its XML is cut short');
}

function occurrences(body: string, pattern: RegExp): number {
	return body.match(pattern)?.length ?? 0;
}

/** `title.search:GRPO,publication_year:2025` is a filter of OpenAlex; anything else is words. */
const openAlexFilter = /^[a-z_]+(?:\.[a-z_]+)*:\S/;

function mailOf(name: string, { mail }: PageAsked): Record<string, string> {
	return mail === undefined ? {} : { [name]: mail };
}

function keyOf(name: string, { key }: PageAsked): Record<string, string> {
	return key === undefined ? {} : { [name]: key };
}

function pubmedNumbers(body: string): { ids: string[]; total: number } {
	const result = jsonOf(body)['esearchresult'];
	if (typeof result !== 'object' || result === null) throw new PageError('answered without a result');
	const found = result as Record<string, unknown>;
	if (typeof found['ERROR'] === 'string') throw new PageError(`answered: ${found['ERROR'].slice(0, 200)}`);
	const ids = listOf(found, 'idlist').filter((id) => typeof id === 'string' && /^\d+$/.test(id)) as string[];
	return { ids, total: count(found['count']) };
}

/** What S2 is asked to tell of a paper: what its reader reads. */
const s2Fields =
	'title,abstract,year,publicationDate,authors,externalIds,url,venue,publicationVenue,journal,publicationTypes';

/** How each source is asked, page by page, after its published interface; `https` is one file and has no pages. */
export const pageSources: Record<Exclude<NetSourceId, 'https'>, PageSource> = {
	arxiv: {
		format: 'arXiv Atom',
		page: ({ query, start, size }) => ({
			path: '/api/query',
			parameters: {
				...{ search_query: query, start, max_results: size },
				...{ sortBy: 'submittedDate', sortOrder: 'descending' }
			}
		}),
		told: (body) => {
			wholeXml(body, 'feed');
			// A query that it does not understand is answered with one entry that says so.
			if (/<id>[^<]*\/api\/errors/.test(body)) {
				const [, why = ''] = /<summary[^>]*>([^<]*)/.exec(body) ?? [];
				throw new PageError(`does not understand the query: ${why.trim().slice(0, 200)}`, false);
			}
			const [, total] = /<(?:\w+:)?totalResults\b[^>]*>\s*(\d+)\s*</.exec(body) ?? [];
			return { total: count(total), records: occurrences(body, /<entry[\s>]/g) };
		}
	},
	openalex: {
		format: 'OpenAlex JSON',
		// Paging by cursors is for those who have a key: pages by number are for all.
		page: (asked) => ({
			path: '/works',
			parameters: {
				...(openAlexFilter.test(asked.query) ? { filter: asked.query } : { search: asked.query }),
				...{ per_page: asked.size, page: Math.floor(asked.start / asked.size) + 1 },
				...mailOf('mailto', asked),
				...keyOf('api_key', asked)
			}
		}),
		told: (body) => {
			const json = jsonOf(body);
			const meta = json['meta'];
			const total = typeof meta === 'object' && meta !== null && 'count' in meta ? meta.count : null;
			return { total: count(total), records: listOf(json, 'results').length };
		}
	},
	s2: {
		format: 'Semantic Scholar JSON',
		page: (asked) => ({
			path: '/graph/v1/paper/search/bulk',
			parameters: {
				...{ query: asked.query, fields: s2Fields, sort: 'citationCount:desc' },
				...(asked.cursor === null ? {} : { token: asked.cursor })
			},
			headers: keyOf('x-api-key', asked)
		}),
		told: (body) => {
			const json = jsonOf(body);
			const token = json['token'];
			return {
				total: count(json['total']),
				records: listOf(json, 'data').length,
				cursor: typeof token === 'string' && token !== '' ? token : null
			};
		}
	},
	pubmed: {
		format: 'PubMed XML',
		before: (asked) => ({
			path: '/entrez/eutils/esearch.fcgi',
			parameters: {
				...{ db: 'pubmed', term: asked.query, retmode: 'json', sort: 'pub_date', tool: 'throughline' },
				...{ retstart: asked.start, retmax: asked.size },
				...mailOf('email', asked),
				...keyOf('api_key', asked)
			}
		}),
		page: (asked, told) => {
			const id = pubmedNumbers(told).ids.join(',');
			if (id === '') return null;
			return {
				path: '/entrez/eutils/efetch.fcgi',
				parameters: {
					...{ db: 'pubmed', retmode: 'xml', tool: 'throughline', id },
					...mailOf('email', asked),
					...keyOf('api_key', asked)
				}
			};
		},
		told: (body, before) => {
			const { ids, total } = pubmedNumbers(before);
			if (ids.length === 0) return { total, records: 0 };
			wholeXml(body, 'PubmedArticleSet');
			// Books count too; a number that was taken back has no record, and the next page begins where it would.
			if (occurrences(body, /<Pubmed(?:Book)?Article[\s>]/g) === 0) return { total, records: 0 };
			return { total, records: ids.length };
		}
	},
	doi: {
		format: 'CSL JSON and Crossref JSON',
		page: ({ query }) => ({
			path: `/${encodeURIComponent(bareDoi(query)).replaceAll('%2F', '/')}`,
			headers: { accept: 'application/vnd.citationstyles.csl+json' }
		}),
		told: (body) => {
			jsonOf(body);
			return { total: 1, records: 1 };
		}
	}
};

function bareDoi(query: string): string {
	return query.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)/i, '');
}
