import { sentences } from '#lib/domain/sentences.ts';
import { prose } from '#lib/concepts/text/prose.ts';
import { writtenWords } from '#lib/concepts/text/tag-words.ts';
import { askedForAll } from '#lib/concepts/words/word-role.ts';
import { askTagger } from '#lib/concepts/words/word-tags.ts';

/** Words of fewer papers are asked for where they are met. */
const least = 4;

/** The tagger's classes of the words that many texts have. */
export function commonTags(texts: string[]): Map<string, number> {
	const papers = new Map<string, number>();
	for (const text of texts) {
		const masked = prose(text).text;
		const words = sentences(masked).flatMap((sentence) =>
			writtenWords(masked, sentence).map(({ written }) => written)
		);
		for (const word of new Set(askedForAll(words))) papers.set(word, (papers.get(word) ?? 0) + 1);
	}
	// The file holds one line for each combination, words divided by blanks.
	const common = [...papers]
		.filter(([word, count]) => count >= least && /^\S+$/.test(word))
		.map(([word]) => word);
	const tags = common.map((word) => askTagger([word])[0] ?? 0);
	return new Map(common.map((word, at) => [word, tags[at] ?? 0]));
}
