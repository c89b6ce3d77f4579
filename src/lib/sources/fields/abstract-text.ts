import { noAbstract, noticeLength, rightsNotice } from '#lib/sources/constants/abstracts.ts';
import { plainText } from './plain-text.ts';

/** "Abstract:", "ABSTRACT We …"; not "Abstract Syntax Trees", nor "Abstract-level". */
const ownHeading =
	/^(?:(?:abstract|Abstract|ABSTRACT|summary|Summary|SUMMARY|Zusammenfassung|R[ée]sum[ée]|Resumen)(?:\s*[:.—–]\s*|\s*-\s+|-(?=\p{Lu}))|(?:ABSTRACT|SUMMARY)\s+(?=\p{Lu}\p{Ll}|A |I ))/u;

/** An abstract without the notice of rights at its end, or at its beginning. */
function withoutNotice(text: string): string {
	const begun = text.replace(/^(?:©|copyright|\(c\))[^.]{0,120}\.(?: all rights reserved\.)?\s*/i, '');
	const from = Math.max(0, begun.length - noticeLength);
	const tail = begun.slice(from);
	const at = tail.search(rightsNotice);
	// What is a notice from its beginning on was all that there is.
	return at < 0 ? begun : begun.slice(0, from + at).replace(/[\s([|–—-]+$/, '');
}

/** No text that says that there is no abstract is longer, in characters. */
const longestNotice = 100;

/**
 * An abstract as it is stored: without markup, without "Abstract:" before it and notices of rights behind it, with the
 * labels of its parts as beginnings of sentences. Empty where the text says that there is none.
 */
export function abstractText(text: string): string {
	const plain = plainText(text).replace(ownHeading, '');
	const cut = withoutNotice(plain);
	if (cut.length > longestNotice) return cut;
	const words = cut
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
	return words === '' || noAbstract.has(words) ? '' : cut;
}
