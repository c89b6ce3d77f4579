import { z } from 'zod';

interface NetSourceRow {
	/** As people call it. */
	name: string;
	/** Whose interface is asked; null where the address says it. */
	host: string | null;
	/** What stands behind the colon. */
	query: string;
	/** One that may be tried. */
	example: string;
	/** What comes first, and what its terms say: told before anybody asks. */
	about: string;
	/** How many papers it tells of one query at most. */
	most: number;
	/** In one request, at most. */
	pageSize: number;
	/** Milliseconds between two requests, by its published terms. */
	pause: number;
	/** The variable of the environment that holds a key for it, where it gives keys out. */
	key?: string;
}

/**
 * From where papers are fetched, in the order in which people are told of them: command, app, API and help page read it.
 * Limits are those that each publishes for who has no key.
 */
export const netSources = {
	arxiv: {
		...{ name: 'arXiv', host: 'export.arxiv.org', query: 'a query of its interface' },
		example: 'arxiv:cat:cs.LG AND all:GRPO',
		about: 'the newest first',
		// "Up to 30,000 in slices of at most 2,000", and no more than one request every three seconds.
		...{ most: 30_000, pageSize: 200, pause: 3000 }
	},
	openalex: {
		...{ name: 'OpenAlex', host: 'api.openalex.org', query: 'words, or its filters' },
		example: 'openalex:group relative policy optimization',
		about:
			'the best match first; with filters as title.search:GRPO,publication_year:2025 in its own order. Without a key it answers few requests a day',
		// Basic paging ends at 10,000 works, and a page holds 100.
		...{ most: 10_000, pageSize: 100, pause: 200, key: 'OPENALEX_API_KEY' }
	},
	s2: {
		...{ name: 'Semantic Scholar', host: 'api.semanticscholar.org', query: 'words, with | + - and quotes' },
		example: 's2:"policy optimization" +reasoning',
		about: 'the most cited first. Without a key all share one limit, and it often asks to wait',
		...{ most: 100_000, pageSize: 1000, pause: 1100, key: 'S2_API_KEY' }
	},
	pubmed: {
		...{ name: 'PubMed', host: 'eutils.ncbi.nlm.nih.gov', query: 'a query as in its search field' },
		example: 'pubmed:large language models[tiab] AND 2025[dp]',
		about: 'the newest first',
		// A search tells 10,000 numbers at most; three requests a second, and a page takes two.
		...{ most: 10_000, pageSize: 200, pause: 350, key: 'NCBI_API_KEY' }
	},
	doi: {
		...{ name: 'a DOI', host: 'doi.org', query: 'a DOI' },
		example: 'doi:10.1038/nature14539',
		about: 'one paper, as Crossref, DataCite or whoever registered it tells',
		...{ most: 1, pageSize: 1, pause: 200 }
	},
	https: {
		...{ name: 'an address', host: null, query: 'the address of a file of one of the formats' },
		example: 'https://example.org/library.bib',
		about: 'the file, packed or not',
		...{ most: 1_000_000, pageSize: 1_000_000, pause: 0 }
	}
} as const satisfies Record<string, NetSourceRow>;

export type NetSourceId = keyof typeof netSources;
export const netSourceIds = Object.keys(netSources) as [NetSourceId, ...NetSourceId[]];

/** A row of the table as all rows are. */
export function netSourceRow(id: NetSourceId): NetSourceRow {
	return netSources[id];
}

/** Of how many papers is asked where nobody says how many. */
export const usualMost = 500;

/** Something to fetch: from where, and what is asked. */
export interface NetAddress {
	id: NetSourceId;
	/** What stands behind the colon; of a file its whole address. */
	query: string;
}

/** Reads `arxiv:…`, `doi:…`, `https://…`; null for what is no address of the net, a path say. */
export function netAddressOf(text: string): NetAddress | null {
	if (/^https?:\/\//i.test(text)) return { id: 'https', query: text };
	const [, name = '', query = ''] = /^(\w+):(.*)$/s.exec(text.trim()) ?? [];
	const id = netSourceIds.find((known) => known === name.toLowerCase() && known !== 'https');
	return id === undefined ? null : { id, query: query.trim() };
}

/**
 * Who is asked and for how much, in one sentence that is told before anything is fetched: `Asks export.arxiv.org for at
 * most 500 papers of arXiv: up to 3 requests, one every 3 s.`
 */
export function netSentence({ id, query }: NetAddress, asked: number, host: string | null): string {
	const { name, pageSize, most, pause } = netSourceRow(id);
	const called = host ?? netSourceRow(id).host ?? (URL.canParse(query) ? new URL(query).host : query);
	if (id === 'https') return `Fetches one file from ${called}.`;
	if (id === 'doi') return `Asks ${called} for one paper.`;
	const papers = Math.min(asked, most);
	const requests = Math.ceil(papers / pageSize) * (id === 'pubmed' ? 2 : 1);
	const many = requests === 1 ? 'one request' : `up to ${requests} requests, one every ${pause / 1000} s`;
	return `Asks ${called} for at most ${papers.toLocaleString('en')} papers of ${name}: ${many}.`;
}

/** An address as the app takes it: of a known source, or of a file, encrypted and without a name and password in it. */
export const netAddressSchema = z
	.string()
	.trim()
	.min(1)
	.max(2000)
	.refine((text) => {
		const address = netAddressOf(text);
		if (!address || address.query === '') return false;
		if (address.id !== 'https') return true;
		if (!URL.canParse(text)) return false;
		const { protocol, username, password, port } = new URL(text);
		return protocol === 'https:' && username === '' && password === '' && port === '';
	}, 'has to begin with arxiv:, openalex:, s2:, pubmed:, doi: or https://, and to say what is asked')
	.describe('what is fetched: arxiv:QUERY, openalex:QUERY, s2:QUERY, pubmed:QUERY, doi:DOI or https://…');
