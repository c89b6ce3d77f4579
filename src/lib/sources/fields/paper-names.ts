import { arxivIn, citedName, doiIn, identifiersIn, isArxivDoi, pubmedIn } from './identifiers.ts';

/** What a record says of its own names, each as it is written. */
interface ToldNames {
	arxiv: string | null;
	doi: string | null;
	pubmed: string | null;
	id: string | null;
	url: string | null;
	hints?: unknown[];
	otherNames?: unknown[];
}

/** The names of a paper, and the id that its source gives it where it has none of them. */
export interface PaperNames {
	id: string | null;
	doi: string | null;
	arxiv: string | null;
	pubmed: string | null;
	otherNames: string[];
	url: string | null;
}

/** A number of a few digits is the number of a row: two files of different people both have a 1. */
const rowNumber = /^\d{1,6}$/;

/** A source's own id where it can tell papers apart; one that is an arXiv id or a DOI is that. */
function ownId(id: string | null): string | null {
	return id === null || rowNumber.test(id) ? null : id.toLowerCase() || null;
}

/**
 * The names of a paper, from the fields that hold them, else from its id, its address and its notes. A field that is
 * there and holds none is left out, and told.
 */
export function paperNames(told: ToldNames, leaveOut: (field: string, why: string) => void): PaperNames {
	const within = (field: 'arxiv' | 'doi' | 'pubmed', find: (text: string) => string | null, what: string) => {
		const text = told[field];
		if (text === null) return null;
		const found = find(text);
		if (found === null) leaveOut(field, `it is no ${what}`);
		return found;
	};
	const given = {
		arxiv: within('arxiv', arxivIn, 'arXiv id'),
		doi: within('doi', doiIn, 'DOI'),
		pubmed: within('pubmed', pubmedIn, 'number of PubMed')
	};
	const byId = told.id === null ? null : { ...identifiersIn(told.id), arxiv: arxivIn(told.id) };
	const hints = [told.url, ...(told.hints ?? [])]
		.filter((hint) => typeof hint === 'string')
		.map(identifiersIn);
	const first = (name: 'arxiv' | 'doi' | 'pubmed') =>
		[byId, ...hints].map((found) => found?.[name]).find((found) => typeof found === 'string') ?? null;
	const named = given.doi !== null && isArxivDoi(given.doi) ? arxivIn(given.doi) : null;
	const doi = named === null ? (given.doi ?? first('doi')) : null;
	const arxiv = given.arxiv ?? named ?? first('arxiv');
	const pubmed = given.pubmed ?? first('pubmed');
	const others = (told.otherNames ?? []).flatMap((name) =>
		typeof name === 'string' ? (citedName(name) ?? []) : []
	);
	return {
		id: arxiv ?? doi ?? (pubmed === null ? ownId(told.id) : `pmid:${pubmed}`),
		doi,
		arxiv,
		pubmed,
		otherNames: [...new Set(others)].filter((name) => name !== doi && name !== arxiv).sort(),
		url: told.url ?? (arxiv === null ? null : `https://arxiv.org/abs/${arxiv}`)
	};
}
