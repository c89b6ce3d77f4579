import type { WordGroup } from '#lib/concepts/words/word-groups.ts';

/** Fields and matters: no concept alone, but the better half of many (`reasoning model`, `language model`). */
export const matterWords: readonly WordGroup[] = [
	{
		why: 'Alone they are what half of the papers are about; before a head they say which one is meant.',
		words: `
			reasoning learning language reward image video audio text policy planning thinking optimization
			generation generalization modeling inference prompt prompting representation perception dynamics game
			graph intervention annotation discovery path control downstream parameter construction criteria
			criterion manner mode distribution synthesis sampling reinforcement training tuning diffusion attention
			memory search agent tree token word sentence document dialogue conversation feedback supervision
			preference human robustness consistency reliability exploration exploitation adaptation alignment
			evaluation simulation trace trajectory reflection computation computer machine student teacher expert
			selection decision hypothesis explanation precision recall risk welfare paradigms data neural visual
			semantic context world action tool shot vision transfer judge knowledge
		`
	}
];
