import { slug } from './ids.ts';

/**
 * The longest key, in bytes of UTF-8, that a range or unique index of Neo4j takes: tried on 5.26.12 and on 2026.09.0,
 * 8,164 bytes go in and 8,165 end the transaction. (Its full-text index takes any length: the analyser cuts words at
 * 255 characters, far below Lucene's 32,766 bytes for a term.) All maxima of what is indexed stay well below it.
 */
export const indexKeyBytes = 8164;

interface Maximum {
	/** Bytes of UTF-8, or entries of a list. */
	most: number;
	unit: 'bytes' | 'entries';
	/** What becomes of more: the whole record is rejected, the field is left out, or only so much of it is kept. */
	more: 'rejected' | 'left out' | 'cut';
}

/** The most that is stored of each field of a paper, and what becomes of more. */
export const paperLimits = {
	/** A key of an index, and a part of addresses, where each byte may take three. The longest DOIs have about 200. */
	id: { most: 1000, unit: 'bytes', more: 'rejected' },
	/** Titles have up to 400 characters, of three bytes each in some scripts. A longer one is another field. */
	title: { most: 2000, unit: 'bytes', more: 'rejected' },
	/** Five times the longest of 60,000 abstracts that were looked at. It bounds the time that a text takes to be read. */
	abstract: { most: 25_000, unit: 'bytes', more: 'cut' },
	/** A key of an index. A longer one is a list of names in one text, or an affiliation. */
	author: { most: 300, unit: 'bytes', more: 'left out' },
	/** Collaborations of physicists sign with 3,000 names: no page shows so many, and each is a node. */
	authors: { most: 1000, unit: 'entries', more: 'cut' },
	/** A key of an index. */
	organization: { most: 500, unit: 'bytes', more: 'left out' },
	/** What browsers and servers pass on without complaint. */
	url: { most: 2000, unit: 'bytes', more: 'left out' },
	/** File systems give a name 255 bytes. */
	source: { most: 300, unit: 'bytes', more: 'cut' },
	/** Of files that told one paper: they are there to be taken back, and nobody has so many libraries. */
	otherSources: { most: 100, unit: 'entries', more: 'cut' },
	/** Names of proceedings, with place and days, have up to 300. */
	venue: { most: 500, unit: 'bytes', more: 'left out' },
	/** A longer one is a sentence, or a list whose signs were not understood. */
	keyword: { most: 200, unit: 'bytes', more: 'left out' },
	/** Catalogues of medicine give up to 60. */
	keywords: { most: 100, unit: 'entries', more: 'cut' },
	/** Longer than a DOI; with them a paper is found again. */
	otherName: { most: 300, unit: 'bytes', more: 'left out' },
	otherNames: { most: 20, unit: 'entries', more: 'cut' },
	/** Reviews cite up to 1,500 papers. */
	cites: { most: 2000, unit: 'entries', more: 'cut' }
} satisfies Record<string, Maximum>;

/** Counts of authors and comments: no real one comes near. */
export const largestCount = 1_000_000;

/**
 * The most bytes of a concept's name, label and aliases: five words as texts write them. What is longer is no concept,
 * or no alias of one. A topic's id is made of up to four names, and is a key of an index too.
 */
export const longestConceptName = 400;

/** No word of a language is longer, in UTF-16 code units; the longest in 60,000 abstracts, a file's name, has 85. */
export const longestWord = 100;

/** How many bytes of UTF-8 a text takes. */
export function bytesOf(text: string): number {
	let bytes = text.length;
	for (let at = 0; at < text.length; at += 1) {
		const unit = text.charCodeAt(at);
		if (unit >= 0x80) bytes += 1;
		// Each half of a pair of surrogates has two of the pair's four bytes.
		if (unit >= 0x800 && (unit < 0xd800 || unit > 0xdfff)) bytes += 1;
	}
	return bytes;
}

/** True for a text that an index takes as a concept's, in any of the forms in which it becomes a key. */
export function isStorableName(text: string): boolean {
	// Nearly all are plain and short, and every place of every concept is asked.
	if (text.length <= longestConceptName && /^[ -~]*$/.test(text)) return true;
	return (
		!/\p{Cs}/u.test(text) &&
		bytesOf(text) <= longestConceptName &&
		// Compatible characters unfold to as many as eighteen.
		bytesOf(slug(text)) <= longestConceptName
	);
}

/**
 * The beginning of a text that has at most so many bytes, cut where a word ends if one ends near there; the text itself
 * where it fits. Never cuts a character in two.
 */
export function cutAtWord(text: string, most: number): string {
	if (bytesOf(text) <= most) return text;
	let bytes = 0;
	let end = 0;
	for (const character of text) {
		bytes += bytesOf(character);
		if (bytes > most) break;
		end += character.length;
	}
	const cut = text.slice(0, end);
	const blank = /\s/.test(text.charAt(end)) ? end : cut.lastIndexOf(' ');
	return (blank > end - 2 * longestWord && blank > 0 ? cut.slice(0, blank) : cut).trimEnd();
}
