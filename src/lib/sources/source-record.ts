import { slug, paperIdSchema } from '#lib/domain/ids.ts';
import type { Paper } from '#lib/domain/paper.ts';

/** What cannot be read of a file: where, and why. `record` is a line or a record, counted from 1. */
export interface Rejection {
	file: string;
	record: number | null;
	reason: string;
}

/** What a reader finds in one file. */
export interface SourceContent {
	papers: Paper[];
	rejected: Rejection[];
}

export interface ReadOptions {
	/** The year of dates that a Daily Papers page writes without one. */
	year?: number;
}

/** The arXiv id (without its version), else the DOI in lower case, else the slug of the title. */
export function paperId(known: {
	arxiv?: string | undefined;
	doi?: string | undefined;
	title: string;
}): Paper['id'] {
	const arxiv = known.arxiv?.replace(/^arxiv:/i, '').replace(/v\d+$/, '');
	const doi = known.doi?.replace(/^https?:\/\/(dx\.)?doi\.org\//i, '').toLowerCase();
	return paperIdSchema.parse(arxiv || doi || slug(known.title) || 'untitled');
}
