import { compare } from '#lib/domain/order.ts';
import { paperText, type Paper } from '#lib/domain/paper.ts';
import { grammars } from './constants/function-words.ts';
import { prose } from './text/prose.ts';

/** How a language is read: as a whole, for noun phrases that are sure, or for names in Latin letters alone. */
export type LanguageReading = 'whole' | 'phrases' | 'names';

/** The papers of a language. */
export interface PapersOfLanguage {
	/** ISO 639-1, `und` where none is known. */
	language: string;
	papers: number;
	reading: LanguageReading;
}

function readingOf(language: string): LanguageReading {
	if (language === 'en') return 'whole';
	return grammars[language] ? 'phrases' : 'names';
}

/** How many papers are in which language, the one of most papers first. */
export function languagesOf(papers: Pick<Paper, 'title' | 'abstract'>[]): PapersOfLanguage[] {
	const counts = new Map<string, number>();
	for (const paper of papers) {
		const { language } = prose(paperText(paper));
		counts.set(language, (counts.get(language) ?? 0) + 1);
	}
	return [...counts]
		.map(([language, count]) => ({
			language,
			papers: count,
			reading: readingOf(language)
		}))
		.sort((a, b) => b.papers - a.papers || compare(a.language, b.language));
}
