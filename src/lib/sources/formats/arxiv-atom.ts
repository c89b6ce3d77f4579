import { allAt, nodeAt, textAt, textOf } from '#lib/sources/parsing/xml-records.ts';
import { latexText } from '#lib/sources/fields/latex-text.ts';
import { plainText } from '#lib/sources/fields/plain-text.ts';
import { xmlFormat } from './xml-format.ts';

export function isArxivAtom(head: string): boolean {
	return (
		/<(?:\w+:)?feed\b[^>]*http:\/\/www\.w3\.org\/2005\/Atom/.test(head) && /<(?:\w+:)?entry\b/.test(head)
	);
}

/** Authors write LaTeX in what arXiv passes on. */
function latexIn(text: string | null): string | null {
	return text === null ? null : latexText(text);
}

/** Reads what the interface of arXiv answers, and other Atom feeds of papers. */
export const readArxivAtom = xmlFormat({
	records: ['entry'],
	mixed: ['..title', '..summary', '..content', '..comment', '..journal_ref'],
	lists: ['author', 'link', 'category'],
	told: (record) => {
		const entry = nodeAt(record, 'entry');
		const links = allAt(entry, 'link').map((link) => nodeAt(link)?.['@href']);
		const address = textAt(entry, 'id') ?? '';
		if (/\/api\/errors/.test(address))
			return `arXiv answered with a fault (${textAt(entry, 'summary') ?? ''})`;
		const comment = textAt(entry, 'comment') ?? '';
		return {
			title: latexIn(textAt(entry, 'title')),
			abstract: latexIn(textAt(entry, 'summary') ?? textAt(entry, 'content')),
			dates: [
				['published', textAt(entry, 'published')],
				['updated', textAt(entry, 'updated')]
			],
			authors: allAt(entry, 'author').map((author) =>
				latexText(plainText(textAt(author, 'name') ?? textOf(author) ?? ''))
			),
			doi: textAt(entry, 'doi'),
			url: /^https?:/.test(address)
				? address.replace(/^http:\/\/arxiv/, 'https://arxiv').replace(/v\d+$/, '')
				: links[0],
			hints: [address, ...links],
			venue: textAt(entry, 'journal_ref'),
			withdrawn: /\bwithdrawn\b/i.test(comment)
		};
	}
});
