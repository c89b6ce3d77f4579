import type { Kind } from '#lib/domain/kind.ts';

/** The last word of a concept decides first. In the order of the rules: the first that fits wins. */
const headWords: [Kind, RegExp][] = [
	['dataset', /(dataset|data set|benchmark|corpus|corpora|testbed|suite)$|(bench|qa|-\d+k)$/i],
	[
		'metric',
		/(accuracy|score|perplexity|rate|regret|f1|bleu|rouge|recall|precision|error|latency|metric|consistency score)$/
	],
	[
		'model',
		/(model|llm|vlm|mllm|lm|transformer|network|gpt-?\d*\w*|bert|llama.*|qwen.*|encoder|decoder|agent|classifier|autoencoder)$/i
	],
	[
		'task',
		/(recognition|generation|detection|reasoning|answering|translation|classification|segmentation|understanding|prediction|summarization|retrieval|editing|planning|generalization|transfer|parsing|navigation|forecasting)$/
	],
	[
		'theory',
		/(theory|theorem|bound|equilibrium|game|process|distribution|bound|complexity|hypothesis|entropy|information|law|causality)$/
	],
	[
		'method',
		/(learning|optimization|attention|training|tuning|method|algorithm|sampling|decoding|prompting|search|gradient|distillation|alignment|regularization|pruning|framework|design|rl|rlhf|grpo|ppo|dpo|sft|po|chain of thought|augmentation|adaptation|exploration|inference|simulation|strategy|ensembling|supervision|consistency|initialization|normalization|estimation|selection|quantization|embedding|clustering|rft|cot|shaping|modeling)$/
	]
];

/** What a concept is, by the words of its canonical form; `other` where no rule knows its head. */
export function kindOf(form: string): Kind {
	return headWords.find(([, pattern]) => pattern.test(form))?.[0] ?? 'other';
}
