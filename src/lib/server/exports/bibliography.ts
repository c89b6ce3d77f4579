import { createHash } from 'node:crypto';
import { z } from 'zod';
import { paperSchema } from '#lib/domain/paper.ts';
import { conferenceWords, journalProceedings, nameParticles } from './constants/bibliography.ts';
import type { ExportedGraph } from './exported-graph.ts';

/** A person by family and given name, or a name that has to stay as it is. */
export type BibliographyName = { family: string; given: string } | { literal: string };

/** A paper as bibliographies know one. What is not known is absent. */
export interface BibliographyEntry {
	/** A key of letters, digits and a few signs: the same paper has the same one in every file. */
	key: string;
	kind: 'article' | 'proceedings' | 'preprint';
	title: string;
	authors: BibliographyName[];
	/** Year, month and day, as far as they are known. */
	date: number[];
	abstract?: string;
	keywords: string[];
	venue?: string;
	doi?: string;
	arxiv?: string;
	pubmed?: string;
	url?: string;
	withdrawn: boolean;
	/** What a person noted on it. */
	note?: string;
}

const storedPaper = paperSchema
	.pick({ title: true, abstract: true, doi: true, arxiv: true, pubmed: true, venue: true, keywords: true })
	.extend({
		date: z.string().optional(),
		url: z.string().optional(),
		authors: z.array(z.string()).default([]),
		withdrawn: z.boolean().default(false),
		/** No property of the graph: the export of a library adds it. */
		personalNote: z.string().optional()
	});

/** Longer ones are cut: nobody types them, and some programs read no more. */
const longestKey = 60;

/** An id as a key that BibTeX takes: other signs by their number in Unicode, so that two ids never have one key. */
export function citationKey(id: string): string {
	const key = id.replace(/[^A-Za-z0-9.:/+-]/gu, (sign) => `_${(sign.codePointAt(0) ?? 0).toString(16)}`);
	if (key.length <= longestKey) return key;
	const hash = createHash('sha256').update(id).digest('hex').slice(0, 12);
	return `${key.slice(0, longestKey - hash.length - 1)}-${hash}`;
}

/** Line ends and control characters would end a field, or a file. */
function oneLine(text: string): string {
	return text
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.replace(/\p{Cs}/gu, '\ufffd')
		.trim();
}

const givenPart = /^\p{Lu}[\p{L}\p{M}.'\u2019-]*$/u;
const familyPart = /^[\p{L}\p{M}.'\u2019-]+$/u;
const mostGiven = 4;

/**
 * The family and the given name of a person who is written given name first. Only where every word looks like a part of
 * a person's name: `Department of Law and Ethics` stays whole, and so does what has a comma.
 */
export function splitName(name: string): BibliographyName {
	const words = name.split(' ');
	const first = words.findIndex((word, at) => at > 0 && nameParticles.has(word));
	const at = first > 0 ? first : words.length - 1;
	const [given, family] = [words.slice(0, at), words.slice(at)];
	const last = family.at(-1) ?? '';
	const isPerson =
		given.length > 0 &&
		given.length <= mostGiven &&
		given.every((word) => givenPart.test(word)) &&
		family.slice(0, -1).every((word) => nameParticles.has(word)) &&
		familyPart.test(last) &&
		/^[\p{Lu}\p{Lo}]/u.test(last);
	return isPerson ? { family: family.join(' '), given: given.join(' ') } : { literal: name };
}

/** A name in one text: `Heron, A.`, or as it is. */
export function invertedName(name: BibliographyName): string {
	return 'literal' in name ? name.literal : `${name.family}, ${name.given}`;
}

/** Signs by which readers part keywords where there is no semicolon. */
const partingSigns = /[,|\u2022\u00b7\uff0c\u3001]/;

/** Keywords in one text; where one holds a comma, semicolons part them, and one alone ends with one. */
export function keywordText(keywords: string[]): string {
	if (!keywords.some((keyword) => partingSigns.test(keyword))) return keywords.join(', ');
	return keywords.length === 1 ? `${keywords.join('')};` : keywords.join('; ');
}

function kindOf(venue: string | undefined): BibliographyEntry['kind'] {
	if (venue === undefined) return 'preprint';
	return conferenceWords.test(venue) && !journalProceedings.test(venue) ? 'proceedings' : 'article';
}

function entryOf(id: string, properties: Record<string, unknown>): BibliographyEntry {
	const { title, abstract, authors, date, keywords, ...rest } = storedPaper.parse(properties);
	const known = Object.entries(rest).map(([name, value]) => [
		name,
		typeof value === 'string' ? oneLine(value) : value
	]);
	const { venue, withdrawn, personalNote, ...names } = Object.fromEntries(known) as typeof rest;
	return {
		...(names as Pick<BibliographyEntry, 'doi' | 'arxiv' | 'pubmed' | 'url'>),
		key: citationKey(id),
		kind: kindOf(venue),
		title: oneLine(title),
		authors: authors.map((name) => splitName(oneLine(name))),
		date: (date ?? '').split('-').filter(Boolean).map(Number),
		...(oneLine(abstract) === '' ? {} : { abstract: oneLine(abstract) }),
		keywords: (keywords ?? []).map(oneLine),
		...(venue === undefined ? {} : { venue }),
		...(personalNote === undefined ? {} : { note: personalNote }),
		withdrawn
	};
}

/** The papers of a graph, by id. */
export async function* bibliography(graph: ExportedGraph): AsyncGenerator<BibliographyEntry> {
	for await (const { id, properties } of graph.nodes('Paper')) yield entryOf(id, properties);
}

/** Where arXiv shows a paper. */
export function arxivAddress(arxiv: string): string {
	return `https://arxiv.org/abs/${arxiv}`;
}
