import type { WordGroup } from '#lib/concepts/words/word-groups.ts';

/** First words that judge, count or point instead of naming: a phrase loses them and goes on. */
export const evaluativeWords: readonly WordGroup[] = [
	{
		why: 'They praise, count or compare: every abstract says them of what it brings.',
		words: `
			novel new newer existing recent various significant extensive strong stronger superior promising current
			previous prior several many such other others different same own first second third simple simpler
			effective efficient large-scale comprehensive key main important challenging complex better best high
			higher low lower good diverse multiple overall proposed available additional further widely well more
			most less these those our their its this
		`
	},
	{
		why: 'They point to a thing named before, or weigh it: "this rich signal" speaks of the signal.',
		words: `
			that each both all some any no real-world wide wider potential substantial remarkable notable great
			greater rich rigorous unique original strict initial final total entire certain given major minor common
			popular traditional conventional standard relevant critical crucial essential numerous ai-powered
			leading
		`
	},
	{
		why: 'Numbers, and what authors call their own work.',
		words: `
			open-source one two three four five six seven eight ten hundred thousand careful correct incorrect right
			wrong useful practical possible necessary sufficient specific particular suitable appropriate adequate
			meaningful
		`
	},
	{
		why: 'They say how near, how good or how late a thing is, never which.',
		words: `
			fundamental central core broad broader long-standing emerging recently-proposed underlying respective
			related subsequent next last latest ultimate ideal perfect poor inferior impressive exceptional
			tremendous unprecedented competitive favorable consistent reliable generic ordinary typical similar
			distinct separate individual single
		`
	},
	{
		why: 'They say how it was found, how large or how early it is.',
		words: `
			sole only full complete partial provable single-paper compelling encouraging surprising interesting
			empirical experimental theoretical in-depth thorough systematic straightforward severe considerable
			increasing growing future early late whole small large larger big massive huge vast short much enough
			fewer few aforementioned
		`
	},
	{
		why: 'They say in what state it is; other things are as often in that state.',
		words: `
			costly powerful modern classical universal faithful robust written under-explored scalable fantastic
			external internal optional concise disparate noisy clean solvable brittle arbitrary explicit implicit
		`
	}
];
