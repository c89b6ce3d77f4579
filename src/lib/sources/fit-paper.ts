import { createHash } from 'node:crypto';
import { bytesOf, cutAtWord, largestCount, paperLimits } from '#lib/domain/limits.ts';
import { paperIdSchema, slug } from '#lib/domain/ids.ts';
import type { Paper } from '#lib/domain/paper.ts';
import type { Finding, Omission, Source } from './source-record.ts';

/** A paper as a source tells it, its texts cleaned and of any length. The id is what the source calls it, if it does. */
export type UnfitPaper = Omit<Paper, 'id' | 'source'> & { id: string | null };

function many(count: number): string {
	return count.toLocaleString('en');
}

/** The slug of a title as an id; of a long one its beginning, with a hash that tells it from others. */
function idOfTitle(title: string): string {
	const whole = slug(title);
	const most = paperLimits.id.most;
	if (whole !== '' && bytesOf(whole) <= most) return whole;
	const hash = createHash('sha256').update(title).digest('hex').slice(0, 12);
	return whole === '' ? `untitled-${hash}` : `${cutAtWord(whole, most - hash.length - 1)}-${hash}`;
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
	const leaveOut = (field: string, what: string) => {
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
	const names = unfit.authors.filter((name) => bytesOf(name) <= paperLimits.author.most);
	if (names.length < unfit.authors.length)
		leaveOut(
			'authors',
			`${many(unfit.authors.length - names.length)} of ${many(unfit.authors.length)} left out (longer than ${many(paperLimits.author.most)} bytes)`
		);
	const authors = names.slice(0, paperLimits.authors.most);
	if (authors.length < names.length)
		leaveOut('authors', `cut to the first ${many(authors.length)} of ${many(names.length)}, all are counted`);
	const paper: Paper = {
		id: paperIdSchema.parse(unfit.id ?? idOfTitle(unfit.title)),
		title: unfit.title,
		abstract,
		date: unfit.date,
		url: within('url'),
		organization: within('organization'),
		authors,
		authorCount: count('authorCount') ?? (unfit.authors.length || null),
		comments: count('comments'),
		source: file
	};
	return { paper, omitted };
}
