import type { LanguageReading, PapersOfLanguage } from '#lib/concepts/languages.ts';

/** What is said of each way to read a language. */
const readings: Record<LanguageReading, string> = {
	whole: 'read as a whole',
	phrases: 'read for nouns behind articles, names, acronyms and given keywords',
	names: 'read for names in Latin letters, acronyms and given keywords alone'
};

/** What people read of the languages of the papers, a sentence for each but English. */
export function languageLines(languages: PapersOfLanguage[]): string[] {
	const names = new Intl.DisplayNames(['en'], { type: 'language' });
	return languages
		.filter(({ language }) => language !== 'en')
		.map(({ language, papers, reading }) => {
			const name = language === 'und' ? 'an unknown language' : (names.of(language) ?? language);
			return `${papers.toLocaleString('en')} ${papers === 1 ? 'paper is' : 'papers are'} in ${name}: ${readings[reading]}.`;
		});
}
