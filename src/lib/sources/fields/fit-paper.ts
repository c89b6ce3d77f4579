import { createHash } from 'node:crypto';
import { counted } from '#lib/domain/counted.ts';
import { bytesOf, cutAtWord, largestCount, paperLimits } from '#lib/domain/limits.ts';
import { paperIdSchema, slug } from '#lib/domain/ids.ts';
import type { Paper } from '#lib/domain/paper.ts';
import type { Finding, Omission, Source } from '#lib/sources/source-record.ts';

type Named = 'doi' | 'arxiv' | 'pubmed' | 'venue';
type Listed = 'otherNames' | 'keywords' | 'cites';

/** A paper as a source tells it, its texts cleaned and of any length. The id is what the source calls it, if it does. */
export type UnfitPaper = Omit<Paper, 'id' | 'source' | Named | Listed> & { id: string | null } & {
	[Field in Named]?: string | null;
} & { [Field in Listed]?: string[] };

function many(count: number): string {
	return count.toLocaleString('en');
}

/** The slug of a title as an id; of a long one its beginning, with a hash that tells it from others. */
export function idOfTitle(title: string): string {
	const whole = slug(title);
	const most = paperLimits.id.most;
	if (whole !== '' && bytesOf(whole) <= most) return whole;
	const hash = createHash('sha256').update(title).digest('hex').slice(0, 12);
	return whole === '' ? `untitled-${hash}` : `${cutAtWord(whole, most - hash.length - 1)}-${hash}`;
}

type LeaveOut = (field: string, what: string) => void;

/** The entries of a list that fit, as many as may be. */
function fitList(
	field: string,
	entries: string[],
	longest: number,
	most: number,
	leaveOut: LeaveOut,
	behind = ''
): string[] {
	const short = entries.filter((entry) => bytesOf(entry) <= longest);
	if (short.length < entries.length)
		leaveOut(
			field,
			`${many(entries.length - short.length)} of ${many(entries.length)} left out (longer than ${many(longest)} bytes)`
		);
	if (short.length > most)
		leaveOut(field, `cut to the first ${many(most)} of ${many(short.length)}${behind}`);
	return short.slice(0, most);
}

/** What a paper may have besides: only what is told is there. */
function fitRest(unfit: UnfitPaper, leaveOut: LeaveOut): Partial<Paper> {
	const { doi, arxiv, pubmed, withdrawn } = unfit;
	const { keyword, keywords, otherName, otherNames, cites } = paperLimits;
	const list = (field: Listed, longest: number, most: number, isSorted: boolean) => {
		const all = [...new Set(unfit[field] ?? [])];
		const fit = fitList(field, isSorted ? all.sort() : all, longest, most, leaveOut);
		return fit.length > 0 ? { [field]: fit } : {};
	};
	const venue = unfit.venue ?? null;
	const isLong = venue !== null && bytesOf(venue) > paperLimits.venue.most;
	if (isLong) leaveOut('venue', `left out (longer than ${many(paperLimits.venue.most)} bytes)`);
	return {
		...(doi ? { doi } : {}),
		...(arxiv ? { arxiv } : {}),
		...(pubmed ? { pubmed } : {}),
		...list('otherNames', otherName.most, otherNames.most, true),
		...(venue && !isLong ? { venue } : {}),
		...list('keywords', keyword.most, keywords.most, false),
		...list('cites', otherName.most, cites.most, true),
		...(withdrawn ? { withdrawn } : {})
	};
}

/** Tells the fields in which bytes stood that no encoding of the file explains: they are kept as U+FFFD. */
function tellUnreadable(paper: Paper, leaveOut: LeaveOut): void {
	for (const field of ['title', 'abstract', 'organization', 'venue', 'authors', 'keywords'] as const) {
		const count = [paper[field] ?? ''].flat().join('').split('\ufffd').length - 1;
		if (count > 0) leaveOut(field, `kept, with ${counted(count, 'character')} of it that cannot be read`);
	}
}

/**
 * The paper within the limits of what is stored, with what was left out of it; or rejected, where what makes it a paper
 * is too long. `omitted` is what was left out of it before.
 */
export function fitPaper(
	unfit: UnfitPaper,
	source: Source,
	record: number,
	omitted: Omission[] = []
): Finding {
	const { file } = source;
	const tooLong = (['id', 'title'] as const).find(
		(field) => bytesOf(unfit[field] ?? '') > paperLimits[field].most
	);
	if (tooLong) {
		const reason = `its ${tooLong} is longer than ${many(paperLimits[tooLong].most)} bytes`;
		return { rejected: { file, record, reason } };
	}
	const leaveOut: LeaveOut = (field, what) => {
		omitted.push({ file, record, field, what });
	};
	const within = (field: 'organization' | 'url'): string | null => {
		const text = unfit[field];
		if (text === null || bytesOf(text) <= paperLimits[field].most) return text;
		leaveOut(field, `left out (longer than ${many(paperLimits[field].most)} bytes)`);
		return null;
	};
	const count = (field: 'authorCount' | 'comments'): number | null => {
		const number = unfit[field];
		if (number === null || number <= largestCount) return number;
		leaveOut(field, `left out (more than ${many(largestCount)})`);
		return null;
	};
	const abstract = cutAtWord(unfit.abstract, paperLimits.abstract.most);
	if (abstract.length < unfit.abstract.length)
		leaveOut('abstract', `cut to ${many(bytesOf(abstract))} bytes of ${many(bytesOf(unfit.abstract))}`);
	const { author, authors } = paperLimits;
	const paper: Paper = {
		id: paperIdSchema.parse(unfit.id ?? idOfTitle(unfit.title)),
		title: unfit.title,
		abstract,
		date: unfit.date,
		url: within('url'),
		organization: within('organization'),
		authors: fitList('authors', unfit.authors, author.most, authors.most, leaveOut, ', all are counted'),
		authorCount: count('authorCount') ?? (unfit.authors.length || null),
		comments: count('comments'),
		source: file,
		...fitRest(unfit, leaveOut)
	};
	tellUnreadable(paper, leaveOut);
	return { paper, omitted };
}
