import { introduced } from '#lib/concepts/text/introduced.ts';
import type { GoldPaper } from '../gold.ts';

export interface IntroducedScores {
	/** Papers whose title reads "Name: …". */
	titles: number;
	/** Share of these names that are found from the abstract alone: of those that it holds, and of all. */
	ofPresent: number;
	ofAll: number;
}

/** How often the name before a title's colon is found without the title. */
export function measureIntroduced(papers: Pick<GoldPaper, 'title' | 'abstract'>[]): IntroducedScores {
	const named = papers.flatMap(({ title, abstract }) => {
		const name = /^([^\s:]*\p{Lu}[^\s:]+):\s/u.exec(title)?.[1];
		return name ? [{ name, abstract }] : [];
	});
	const present = named.filter(({ name, abstract }) => abstract.includes(name));
	const found = present.filter(({ name, abstract }) =>
		introduced('Without a title', abstract).some((each) => each.name === name)
	);
	return {
		titles: named.length,
		ofPresent: found.length / Math.max(1, present.length),
		ofAll: found.length / Math.max(1, named.length)
	};
}
