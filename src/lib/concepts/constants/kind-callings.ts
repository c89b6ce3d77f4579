import type { Kind } from '#lib/domain/kind.ts';

/** What authors call a thing where they name it: "PRISM, a benchmark for …", "the NoRa dataset". The first that fits wins. */
export const callings: readonly { kind: Kind; pattern: RegExp }[] = [
	{ kind: 'dataset', pattern: /\b(dataset|benchmark|corpus|testbed|suite)s?\b/i },
	{ kind: 'metric', pattern: /\b(metric|measure|score|coefficient)\b/i },
	{ kind: 'model', pattern: /\b(model|LLM|VLM|MLLM|transformer|network|encoder|agent)s?\b/i },
	{ kind: 'theory', pattern: /\b(theory|theorem|hypothesis|principle)\b/i },
	{
		kind: 'method',
		pattern: /\b(framework|method|approach|algorithm|technique|strategy|paradigm|pipeline|system|module|procedure)s?\b/i
	}
];

/** Names in a row up to the end of a text: "GSM8K, MATH-500 (+2.1) and …". */
const names = String.raw`(?:(?:the )?[\p{Lu}\d]\S*(?: [\p{Lu}\d]\S*){0,2}(?: \([^)]*\))?(?:, and |, | and | & |/))*(?:the )?$`;

/** What stands before a name that is one of those measured on, or one of those measured. */
export const namedAmong: readonly { kind: Kind; pattern: RegExp }[] = [
	{
		kind: 'dataset',
		pattern: new RegExp(
			String.raw`\b(?:[Bb]enchmark|[Dd]ataset|suite|leaderboard|testbed|corpora)s?,? ?(?:\(|:|such as |like |including |namely |e\.g\.,? |i\.e\.,? )+` + names,
			'u'
		)
	},
	{
		kind: 'dataset',
		pattern: new RegExp(
			String.raw`\b(?:[Ee]valuat\w+|[Ee]xperiments?|[Rr]esults?|[Pp]erformance|scor\w+|[Tt]ested|[Aa]ccuracy|SOTA|state-of-the-art|gains?|improve\w*|points?|achiev\w+|outperform\w*)[^.;()]{0,60}? (?:on|across) ` + names,
			'u'
		)
	},
	{ kind: 'dataset', pattern: new RegExp(String.raw`%\)? (?:on|across) ` + names, 'u') },
	{
		kind: 'model',
		pattern: new RegExp(
			String.raw`\b(?:[Mm]odels|LLMs|VLMs|MLLMs|backbones|generators),? ?(?:\(|:|such as |like |including |namely |e\.g\.,? )+` + names,
			'u'
		)
	}
];
