import { createHash } from 'node:crypto';
import { bytesOf, cutAtWord, paperLimits } from '#lib/domain/limits.ts';
import { slug } from '#lib/domain/ids.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { idOfTitle } from '#lib/sources/fields/fit-paper.ts';
import { firstAuthor, yearOf } from './same-title.ts';

/** Beside the longest beginning of a title there is room for what tells it from others. */
const longestEnd = 100;

function titleWith(paper: Paper, end: string): string {
	const most = paperLimits.id.most - longestEnd;
	const title = slug(paper.title) || 'untitled';
	return `${bytesOf(title) > most ? cutAtWord(title, most) : title}-${slug(end)}`;
}

/**
 * The id of a paper: its arXiv id, else its DOI, its number in PubMed, the id that a source gave it, or the slug of its
 * title; the first of these that is not taken. Two papers with one title and no name are told apart by year and author.
 */
export function uniqueId(paper: Paper, records: Paper[], taken: Set<string>): string {
	const ofTitle = idOfTitle(paper.title);
	const given = records.map(({ id, title }) => (id === idOfTitle(title) ? null : id));
	const pubmed = paper.pubmed === undefined ? null : `pmid:${paper.pubmed}`;
	const year = yearOf(paper);
	const known = [year, firstAuthor(paper)].filter((part) => part !== null);
	const candidates = [
		paper.arxiv,
		paper.doi,
		pubmed,
		...given,
		ofTitle,
		known.length > 0 ? titleWith(paper, known.join('-').slice(0, longestEnd - 20)) : null
	];
	const free = candidates.find((id) => typeof id === 'string' && !taken.has(id));
	if (typeof free === 'string') return free;
	const { title, abstract, date, authors } = paper;
	for (let tried = 0; ; tried += 1) {
		const told = JSON.stringify([title, abstract, date, authors, tried]);
		const id = titleWith(paper, createHash('sha256').update(told).digest('hex').slice(0, 12));
		if (!taken.has(id)) return id;
	}
}
