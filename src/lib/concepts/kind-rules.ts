import type { Kind } from '#lib/domain/kind.ts';

/** The last word of a concept decides first. In the order of the rules: the first that fits wins. */
const headWords: [Kind, RegExp][] = [
	[
		'dataset',
		/^(gsm\d+k?|math ?500|mmlu.*|mmmu.*|math ?vista|if ?eval|human ?eval|mbpp|imagenet.*|ms ?coco|coco|cifar ?\d+|mnist|squad|glue|superglue|hellaswag|truthful ?qa|aime ?\d*|gpqa|bbh|alpaca ?eval.*|web ?arena|alf ?world|the pile|common crawl|wikitext.*)$/
	],
	[
		'model',
		/^(gpt|chatgpt|llama|qwen|gemini|gemma|claude|internvl|mistral|mixtral|deepseek|bert|roberta|clip|vit|resnet|t5|phi|o1|o3)([ \d.].*)?$/
	],
	['dataset', /(data|dataset|data set|sentence|benchmark|corpus|corpora|testbed|suite)$|(bench|qa|-\d+k)$/i],
	[
		'metric',
		/(accuracy|score|cost|overhead|time|certainty|usage|welfare|purity|factor|depth|efficiency|robustness|reward|probability|likelihood|divergence|distance|similarity|perplexity|rate|regret|f1|bleu|rouge|recall|precision|error|latency|metric|consistency score)$/
	],
	[
		'model',
		/(model|llm|vlm|mllm|lm|transformer|network|gpt-?\d*\w*|bert|llama.*|qwen.*|encoder|decoder|agent|classifier|autoencoder)$/i
	],
	[
		'task',
		/(recognition|alignment|following|understanding|shopping|biology|forecasting|generation|detection|reasoning|answering|translation|classification|segmentation|understanding|prediction|summarization|retrieval|editing|planning|generalization|transfer|parsing|navigation|forecasting)$/
	],
	[
		'theory',
		/(theory|theorem|equilibrium|game|process|principle|choice|path|complexity|surprise|influence|misalignment|assumption|axiom|calculus|concept|distribution|bound|complexity|hypothesis|entropy|information|law|causality)$/
	],
	[
		'method',
		/(rationalization|reflection|improvement|feedback|thinking|augmentation|resampling|computation|interpretability|reasoner|scaling|steering|grounding|verification|discovery|self taught|meta prompt|learning|optimization|attention|training|tuning|method|algorithm|sampling|decoding|prompting|search|gradient|distillation|alignment|regularization|pruning|framework|design|rl|rlhf|grpo|ppo|dpo|sft|po|chain of thought|augmentation|adaptation|exploration|inference|simulation|strategy|ensembling|supervision|consistency|initialization|normalization|estimation|selection|quantization|embedding|clustering|rft|cot|shaping|modeling|correction|pretraining|rag|annotation|alignment|parallelism|generation rag|pooling|averaging|editing|masking|unlearning|merging|routing|caching)$/
	]
];

/** What authors call a thing when they name it: "PRISM, a benchmark for …", "the NoRa dataset". */
const called: [Kind, RegExp][] = [
	['dataset', /\b(dataset|benchmark|corpus|testbed|suite)s?\b/],
	['metric', /\b(metric|measure|score|coefficient)\b/],
	['model', /\b(model|LLM|VLM|MLLM|transformer|network|encoder|agent)s?\b/],
	['theory', /\b(theory|theorem|hypothesis|principle)\b/],
	[
		'method',
		/\b(framework|method|approach|algorithm|technique|strategy|paradigm|pipeline|system|module|procedure)s?\b/
	]
];

/**
 * What a text calls the name at a place: by the noun right after it, or by the first noun of "NAME (…), a … noun".
 * Null where it says nothing.
 */
export function kindCalled(text: string, start: number, end: number): Kind | null {
	const after = text.slice(end, end + 90);
	const apposed =
		/^(?: \([^)]*\))?(?:,| is| are)? (?:an?|the|our) ([^,.;:]*?)(?: that| which| for| to| of| with|[,.;:]|$)/.exec(
			after
		)?.[1];
	const next = /^ ([a-z]+)/.exec(after)?.[1];
	const before = /([A-Za-z]+)(?:,| called| named| dubbed| termed) $/.exec(
		text.slice(Math.max(0, start - 40), start)
	)?.[1];
	for (const said of [next, before, apposed?.split(' ').slice(-2).join(' ')]) {
		const found = said === undefined ? undefined : called.find(([, pattern]) => pattern.test(said));
		if (found) return found[0];
	}
	return null;
}

/** What the words of a canonical form tell of its kind; null where they do not. */
export function kindByHead(form: string): Kind | null {
	return headWords.find(([, pattern]) => pattern.test(form))?.[0] ?? null;
}
