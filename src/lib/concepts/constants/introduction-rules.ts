import type { Introduced } from '#lib/concepts/text/introduced.ts';

/**
 * What is asked of the words that a rule finds: nothing more, that they look like a name, that the title has them, or
 * that nothing stands between what authors do and the long form but what it is like (see `inBetween`).
 */
export type Proof = 'none' | 'looks like a name' | 'stands in the title' | 'is what is proposed';

/** A way in which abstracts say that something is theirs. */
export interface IntroductionRule {
	name: string;
	/** An example of ours. */
	example: string;
	/** Global; its group `name`, else its first, is what is introduced; `phrase` what stands before its bracket. */
	pattern: RegExp;
	finds: Introduced['rule'];
	proof: Proof;
}

/** A word that is written as a name: `GRPO`, `Multi-Agent`, `Qwen2.5`, `xLSTM`. */
const name = '[A-Z][A-Za-z0-9+]*(?:[-.][A-Z0-9][A-Za-z0-9+]*)*|[a-z]+[A-Z][A-Za-z0-9+-]*';

/**
 * Words that turn from what authors propose to something else: what it improves, is made of, is meant for or is compared
 * with. What is abbreviated behind them is somebody else's ("to replace Vision Transformer (ViT)").
 */
export const inBetween: ReadonlySet<string> = new Set(
	(
		'that which where whose when while how what why as by with to into via using based on in over under upon between ' +
		'among across within through without against like for of from at toward towards and or than is are be can ' +
		'extending improving enhancing replacing combining integrating leveraging existing utilizing incorporating ' +
		'applying evaluating including such called employing adapting building'
	).split(' ')
);

/** In this order: where two rules find the same words, the first one says which rule it was. */
export const introductionRules: readonly IntroductionRule[] = [
	{
		name: 'what authors do',
		example: 'We further propose a new WIND, which',
		pattern: new RegExp(
			`(?:we|We|paper|work|study)(?: (?:also|further|thus|then|therefore))? (?:propose|introduce|present|release|develop|call|dub|name|build|design|construct|unveil|contribute|devise|term|formulate)s?(?: (?:a|an|the|our))?(?: novel| new)? (${name})(?=[,.;:(]|\\s(?![A-Z][a-z]+ ))`,
			'g'
		),
		finds: 'cue',
		proof: 'looks like a name'
	},
	{
		name: 'what it is called',
		example: 'a sampler called HARBOR,',
		pattern: new RegExp(
			`(?:called|named|dubbed|termed|call|namely,?|denoted as) (${name})(?=[\\s,.;:(])`,
			'g'
		),
		finds: 'cue',
		proof: 'looks like a name'
	},
	{
		name: 'its name after what it is',
		example: 'We introduce a sampler for short texts, HARBOR,',
		pattern: new RegExp(
			`(?:propos|introduc|present|develop|devis)(?:e|es|ed|ing)\\b[^.;:()]{0,80}, (${name})(?=[\\s,.;:(])`,
			'g'
		),
		finds: 'cue',
		proof: 'looks like a name'
	},
	{
		// Not: "LLMs have shown".
		name: 'what the abstract opens with',
		example: 'HARBOR is a sampler that',
		pattern: new RegExp(`^(${name})(?= (?:is|provides|enables|extends|introduces|offers) an? )`, 'g'),
		finds: 'cue',
		proof: 'looks like a name'
	},
	{
		// In lower case only when it is all that is proposed.
		name: 'a term',
		example: 'we propose self-certainty, a metric',
		pattern: /[Ww]e (?:propose|introduce|define) ([a-z]+(?:-[a-z]+)+)(?=,)/g,
		finds: 'cue',
		proof: 'none'
	},
	{
		name: 'a term after what it is',
		example: 'we define a metric, constraint attention, to tell',
		pattern:
			/[Ww]e (?:propose|introduce|define) an? [a-z -]{3,30}, ([a-z]+(?:[ -][a-z]+){1,2}), (?:to|which|that|an?) /g,
		finds: 'cue',
		proof: 'none'
	},
	{
		name: 'a phrase that does something',
		example: 'Here, Quiet Harbor reduces',
		pattern:
			/(?<=[a-z,] )([A-Z][a-z]+(?: [A-Z][a-z]+){1,3})(?= (?:leads|is|achieves|outperforms|improves|enables|consistently|significantly|reduces))/g,
		finds: 'cue',
		proof: 'stands in the title'
	},
	{
		name: 'a long form that authors propose',
		example: 'We introduce wind-driven sampling (WDS)',
		pattern: new RegExp(
			`(?:propos|introduc|present|releas|develop|build|design|construct|devis|formulat|call|term|nam|dub)(?:es?|s|ed|ing)?\\b(?<phrase>[^.;()]{0,160})\\((?<name>${name})\\)`,
			'g'
		),
		finds: 'long-form',
		proof: 'is what is proposed'
	},
	{
		name: 'a long form that is theirs',
		example: 'Our proposed wind-driven sampling (WDS)',
		pattern: new RegExp(
			`(?:[Oo]ur|[Tt]he|a) (?:proposed|novel|new|core contribution is the|method is|framework is)(?<phrase>[^.;:()]{0,80})\\((?<name>${name})\\)`,
			'g'
		),
		finds: 'long-form',
		proof: 'is what is proposed'
	}
];
