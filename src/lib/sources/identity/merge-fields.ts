import { paperLimits } from '#lib/domain/limits.ts';
import { compare, largest } from '#lib/domain/order.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { preprintRegistrants } from '#lib/sources/constants/preprint-dois.ts';

/** How much a record tells: of two of one paper the fuller one wins, the longer abstract at a tie. */
function fullness(paper: Paper): number {
	const { date, url, organization, authorCount, comments, doi, arxiv, venue } = paper;
	const told = [date, url, organization, authorCount, comments, doi, arxiv, venue].filter(
		(value) => value !== null && value !== undefined
	).length;
	const hasAbstract = paper.abstract === '' ? 0 : 3;
	return (told + hasAbstract) * 100_000 + paper.authors.length * 1000 + Math.min(paper.abstract.length, 999);
}

/** The fuller one first; records that are equally full in an order of their own, whatever order they came in. */
export function byFullness(a: Paper, b: Paper): number {
	return (
		fullness(b) - fullness(a) ||
		compare(a.abstract, b.abstract) ||
		compare(a.id, b.id) ||
		compare(a.source, b.source) ||
		compare(JSON.stringify(a), JSON.stringify(b))
	);
}

function isOfPreprint(doi: string): boolean {
	return preprintRegistrants.has(doi.split('/', 1)[0] ?? '');
}

function union(lists: (string[] | undefined)[]): string[] {
	const found = new Map<string, string>();
	for (const list of lists)
		for (const entry of list ?? [])
			if (!found.has(entry.toLowerCase())) found.set(entry.toLowerCase(), entry);
	return [...found.values()];
}

/** The list with the most names; of two with as many the one that writes them out. */
function fullestAuthors(records: Paper[]): string[] {
	const length = (names: string[]) => names.join('').length;
	return records
		.map(({ authors }) => authors)
		.reduce((best, names) =>
			names.length > best.length || (names.length === best.length && length(names) > length(best))
				? names
				: best
		);
}

/** The date of the fullest record, or one that says the same more exactly. */
function exactDate(records: Paper[]): string | null {
	const dates = records.flatMap(({ date }) => date ?? []);
	const [first = null] = dates;
	return (
		dates.find((date) => first !== null && date.length > first.length && date.startsWith(first)) ?? first
	);
}

/** The longest of the abstracts that are not empty. */
function longestAbstract(records: Paper[]): string {
	return records.reduce((best, { abstract }) => (abstract.length > best.length ? abstract : best), '');
}

/**
 * One paper of several records of it, field by field: what the fullest one tells, and of the others what it does not
 * tell. `records` are sorted by fullness. The id is that of the first.
 */
export function mergeFields(records: Paper[]): Paper {
	const [base] = records;
	if (!base) throw new Error('a paper is made of at least one record');
	if (records.length === 1) return base;
	const first = <Field extends 'url' | 'organization' | 'arxiv' | 'pubmed' | 'venue'>(field: Field) =>
		records.map((record) => record[field] ?? null).find((value) => value !== null);
	const dois = union(records.map(({ doi }) => (doi === undefined ? [] : [doi])));
	const doi = dois.find((one) => !isOfPreprint(one)) ?? dois[0];
	const arxiv = first('arxiv');
	const pubmed = first('pubmed');
	const arxivs = union(records.map((record) => (record.arxiv === undefined ? [] : [record.arxiv])));
	const own = new Set([doi, arxiv]);
	const otherNames = union([dois, arxivs, ...records.map((record) => record.otherNames)])
		.filter((name) => !own.has(name))
		.sort(compare);
	const otherSources = union(records.map((record) => [record.source, ...(record.otherSources ?? [])]))
		.filter((source) => source !== base.source)
		.sort(compare)
		.slice(0, paperLimits.otherSources.most);
	const keywords = union(records.map((record) => record.keywords));
	const cites = union(records.map((record) => record.cites)).sort(compare);
	const comments = records.flatMap((record) => record.comments ?? []);
	const counts = records.flatMap((record) => record.authorCount ?? []);
	const venue = first('venue');
	return {
		id: base.id,
		title: base.title,
		abstract: longestAbstract(records),
		date: exactDate(records),
		url: first('url') ?? null,
		organization: first('organization') ?? null,
		authors: fullestAuthors(records),
		authorCount: counts.length > 0 ? largest(counts) : null,
		comments: comments.length > 0 ? largest(comments) : null,
		source: base.source,
		...(otherSources.length > 0 ? { otherSources } : {}),
		...(doi ? { doi } : {}),
		...(arxiv ? { arxiv } : {}),
		...(pubmed ? { pubmed } : {}),
		...(otherNames.length > 0 ? { otherNames } : {}),
		...(venue ? { venue } : {}),
		...(keywords.length > 0 ? { keywords } : {}),
		...(cites.length > 0 ? { cites } : {}),
		...(records.some(({ withdrawn }) => withdrawn === true) ? { withdrawn: true } : {})
	};
}
