import { keywordLabels } from '#lib/domain/keyword-labels.ts';
import { keywordList } from './keyword-list.ts';

/** A list of keywords in an abstract: behind its label up to the end of the sentence, or to what may follow it. */
const list = new RegExp(
	`(?:^|[\\s.!?;:)\\]])(?:${keywordLabels})(?: ?[:：]| ?[—–]| - ) ?([^\\n]{3,600}?)(?=\\.(?:\\s|$)|。|$| (?:JEL|PACS|MSC|AMS|Mathematics Subject|©|Copyright|UDC)\\b)`,
	'giu'
);

/** A keyword is short, in characters and words; what is longer is prose, and then there is no list. */
const longest = { characters: 80, words: 8 };

/**
 * The keywords that an abstract names ("Keywords: wage inequality; top incomes."): its authors' own, and so the paper's.
 * Empty where it names none.
 */
export function abstractKeywords(abstract: string): string[] {
	for (const [, told = ''] of abstract.matchAll(list)) {
		const found = keywordList(told) ?? [];
		const isList = found.every(
			(keyword) => keyword.length <= longest.characters && keyword.split(' ').length <= longest.words
		);
		if (isList) return found;
	}
	return [];
}
