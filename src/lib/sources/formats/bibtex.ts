import { listedNames } from '#lib/sources/fields/cited-names.ts';
import { cleanText } from '#lib/sources/fields/clean-text.ts';
import { latexText } from '#lib/sources/fields/latex-text.ts';
import { paperRecord } from '#lib/sources/fields/paper-record.ts';
import type { Told, ToldRecord } from '#lib/sources/fields/told-record.ts';
import { bibtexEntry, bibtexTexts, type BibtexEntry } from '#lib/sources/parsing/bibtex-entries.ts';
import type { Finding, Source } from '#lib/sources/source-record.ts';

export function isBibtex(head: string): boolean {
	return (
		/(?:^|\n|\r|\})[ \t]*@[ \t]*(?!comment\b|string\b|preamble\b)[a-zA-Z]+[ \t]*[{(][^,{}]{0,200},\s{0,200}[\w-]{1,60}\s{0,60}=/i.test(
			head
		) || /^\s*@[ \t]*(?:comment|string|preamble)[ \t]*[{(]/i.test(head)
	);
}

/** Entries that are no publications. */
const noPapers = new Set(['string', 'preamble', 'comment', 'xdata', 'set']);

/** The names between `and`s that stand outside of braces. */
function authorsIn(text: string): string[] {
	const names: string[] = [];
	let depth = 0;
	let from = 0;
	for (const match of text.matchAll(/\\.|[{}]|(?<=\s)and(?=\s)/gis)) {
		const [sign] = match;
		if (sign === '{') depth += 1;
		else if (sign === '}') depth -= 1;
		else if (depth === 0 && !sign.startsWith('\\')) {
			names.push(text.slice(from, match.index));
			from = match.index + sign.length;
		}
	}
	names.push(text.slice(from));
	return names
		.map((name) => cleanText(latexText(name)))
		.filter((name) => name !== '' && name.toLowerCase() !== 'others');
}

/** Web of Science and Scopus write references under these names, and people the keys of other entries. */
const citingFields = ['cites', 'references', 'cited-references', 'citedreferences'];

function told({ fields, key }: BibtexEntry): ToldRecord {
	const text = (...names: string[]) => {
		const written = names
			.map((name) => fields.get(name))
			.find((value) => value !== undefined && value.trim() !== '');
		return written === undefined ? undefined : latexText(written);
	};
	const whole = [fields.get('year'), fields.get('month'), fields.get('day')].filter(
		(part) => part !== undefined
	);
	const dates: Told[] = [
		['date', text('date')],
		['year', latexText(whole.join(' '))],
		['year', text('year')]
	];
	const subtitle = text('subtitle');
	const title = text('title');
	const isArxiv = /arxiv/i.test(
		`${text('archiveprefix', 'eprinttype') ?? ''} ${text('journal', 'publisher') ?? ''}`
	);
	const plain = (name: string) => fields.get(name)?.replace(/\\([_%&#{}$])/g, '$1');
	return {
		title: title !== undefined && subtitle !== undefined ? `${title}: ${subtitle}` : title,
		abstract: text('abstract'),
		key,
		dates: dates.filter(([, date]) => date !== ''),
		authors: authorsIn(fields.get('author') ?? ''),
		doi: plain('doi'),
		arxiv: isArxiv || fields.has('arxivid') ? (plain('arxivid') ?? plain('eprint')) : undefined,
		pubmed: plain('pmid'),
		url: plain('url')?.replace(/^\\url\{(.*)\}$/, '$1'),
		hints: ['url', 'note', 'eprint', 'howpublished', 'bdsk-url-1', 'ee', 'link'].map((name) =>
			name === 'eprint' && !/arxiv|doi/i.test(plain(name) ?? '') ? undefined : plain(name)
		),
		venue: text('journal', 'journaltitle', 'booktitle', 'maintitle', 'series', 'school', 'institution'),
		keywords: text('keywords', 'keyword', 'author_keywords', 'tags'),
		cites: citingFields.flatMap((name) => listedNames(plain(name))),
		note: text('annote'),
		withdrawn: /retracted|withdrawn/i.test(text('note') ?? '')
	};
}

/** Reads BibTeX and BibLaTeX. Records count entries from 1, those that are no publications too. */
export async function* readBibtex(bytes: AsyncIterable<Uint8Array>, source: Source): AsyncGenerator<Finding> {
	const strings = new Map<string, string>();
	let record = 0;
	for await (const { text, problem } of bibtexTexts(bytes)) {
		record += 1;
		if (problem !== null) {
			yield { rejected: { file: source.file, record, reason: problem } };
			continue;
		}
		const entry = bibtexEntry(text, strings);
		if (!noPapers.has(entry.type)) yield paperRecord(told(entry), source, record);
	}
}
