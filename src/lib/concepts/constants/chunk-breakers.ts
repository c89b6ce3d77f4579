import type { WordGroup } from '#lib/concepts/words/word-groups.ts';

/** Verbs and other words that break a chunk although the tagger takes them for parts of a name. */
export const chunkBreakers: readonly WordGroup[] = [
	{
		why: 'What a paper or its method does; in titles the tagger takes these for nouns.',
		words: `
			leverage leverages leveraged leveraging achieve achieves achieved achieving make makes made making show
			shows shown showing propose proposes proposing provide provides provided providing enable enables
			enabled enabling improve improves improved improving enhance enhances enhanced enhancing demonstrate
			demonstrates demonstrated demonstrating introduce introduces introduced introducing present presents
			presented presenting use uses used using utilize utilizes utilized utilizing require requires required
			requiring include includes included including outperform outperforms outperforming address addresses
			addressed addressing reveal reveals revealed revealing suggest suggests suggested suggesting allow
			allows allowed allowing lead leads led remain remains remained remaining become becomes became becoming
			tackle tackles tackled tackling employ employs employed employing apply applies applied applying
			investigate investigates investigated investigating analyze analyzes analyzed analyzing examine examines
			examined examining explore explores explored exploring evaluate evaluates evaluated evaluating establish
			establishes established establishing integrate integrates integrated integrating incorporate
			incorporates incorporated incorporating exploit exploits exploited exploiting extend extends extending
			solve solves solved solving generate generates select selects selecting decouple decoupling accelerate
			accelerating prioritize prioritizes prioritizing interpret interpreting ensembling reinforce reinforcing
			understand understands understood unlock unlocking identify identifies identified identifying offer
			offers offered offering yield yields yielded yielding surpass surpasses surpassing exceed exceeds
			exceeding gain gains gained automate automates automating facilitate facilitates facilitating mitigate
			mitigates mitigating observe observes observed observing conduct conducts conducted conducting collect
			collects collected collecting construct constructs constructed constructing curate curates curated
			curating develop develops developed developing
		`
	},
	{
		why: 'They join clauses or stand before a noun.',
		words: `
			via per e.g i.e etc namely thereby thus hence however moreover furthermore additionally despite towards
			toward beyond without within among across along during while whereas although though because since until
			whether above below behind beneath underneath beside unto wherein
		`
	},
	{
		why: 'Ends of compounds that are written apart, auxiliaries and adverbs.',
		words: `
			based driven oriented aware is are was were be been being has have had do does did can could may might
			will would shall should must not also only even just still yet already often always never sometimes then
			than there here
		`
	},
	{
		why: 'Words of citations and addresses, and verbs that papers say of models.',
		words: `
			work works paper papers http https et al from over how into with against perform performs performing
			fail fails know knows knew learn learns mediate mediates pit pits look looks
		`
	},
	{
		why: 'Function words and question words, where one has a capital or stands in a compound.',
		words: `
			the a an under like under-explored at by for in of on to when where which who what why
		`
	}
];
