import { isCountry, otherHeads, otherNames } from '#lib/concepts/constants/other-things.ts';
import type { Kind } from '#lib/domain/kind.ts';

/** Names that everybody knows, and endings that only names have. The first that fits wins. */
const names: [Kind, RegExp][] = [
	[
		'dataset',
		/^(gsm\d+k?|math ?500|mmlu.*|mmmu.*|math ?vista|if ?eval|human ?eval|mbpp|imagenet.*|ms ?coco|coco|cifar ?\d+|mnist|squad|glue|superglue|hellaswag|truthful ?qa|aime ?\d*|gpqa|bbh|alpaca ?eval.*|web ?arena|alf ?world|the pile|common crawl|wikitext.*)$/
	],
	[
		'model',
		/^(gpt|chatgpt|llama|qwen|gemini|gemma|claude|internvl|mistral|mixtral|deepseek|bert|roberta|clip|vit|resnet|t5|phi|o1|o3)([ \d.].*)?$/
	],
	['dataset', /(dataset|bench|qa|-\d+k)$/],
	['method', /^(rag|self consistency|chain of thought|cot)$/],
	['task', /^text to (image|video|speech|3d|sql|audio|music)$/],
	['model', /(llm|vlm|mllm|lm|transformer|gpt-?\d*\w*|bert|llama.*|qwen.*)$/]
];

/** The last words of a concept tell its kind: heads of one word or of several, joined by hyphens here. */
const headsOfKind: [Kind, string][] = [
	['dataset', 'data data-set sentence benchmark corpus testbed suite'],
	[
		'metric',
		`accuracy score cost overhead certainty welfare efficiency robustness probability likelihood divergence distance
		similarity perplexity rate regret f1 bleu rouge recall precision error latency throughput metric fid
		inception-distance auc auroc psnr ssim`
	],
	['model', 'model network encoder decoder agent classifier autoencoder'],
	[
		'task',
		`recognition synthesis captioning super-resolution inpainting completion tracking localization alignment following
		understanding shopping biology forecasting generation detection reasoning answering translation classification
		segmentation prediction summarization retrieval editing planning generalization transfer parsing navigation`
	],
	[
		'theory',
		`theory theorem equilibrium game principle complexity misalignment assumption axiom calculus bound hypothesis entropy
		mutual-information law causality lemma inequality manifold decision-process gaussian-process brownian-motion`
	],
	[
		'method',
		`rationalization descent splatting dropout regularizer quantizer matching reflection improvement feedback thinking
		augmentation resampling computation interpretability reasoner scaling steering grounding verification discovery
		self-taught meta-prompt learning optimization attention training tuning method algorithm sampling decoding prompting
		search gradient distillation regularization pruning framework design rl rlhf grpo ppo dpo sft po chain-of-thought
		adaptation exploration inference simulation strategy ensembling supervision consistency initialization
		normalization estimation selection quantization embedding clustering rft cot shaping modeling correction rag
		annotation parallelism pooling averaging masking unlearning merging routing caching`
	]
];

const kindOfHead = new Map(
	headsOfKind.flatMap(([kind, heads]) =>
		heads.split(/\s+/).map((head): [string, Kind] => [head.replaceAll('-', ' '), kind])
	)
);
const longestHead = 3;

/** What may stand before a head in the same word: `pretraining`, `finetuning`. */
const prefix = /^(pre|fine|post|re|self|auto|co|meta|un)/;

/** What authors call a thing when they name it: "PRISM, a benchmark for …", "the NoRa dataset". */
const called: [Kind, RegExp][] = [
	['dataset', /\b(dataset|benchmark|corpus|testbed|suite)s?\b/i],
	['metric', /\b(metric|measure|score|coefficient)\b/i],
	['model', /\b(model|LLM|VLM|MLLM|transformer|network|encoder|agent)s?\b/i],
	['theory', /\b(theory|theorem|hypothesis|principle)\b/i],
	[
		'method',
		/\b(framework|method|approach|algorithm|technique|strategy|paradigm|pipeline|system|module|procedure)s?\b/i
	]
];

/**
 * What a text calls the name at a place: by the noun right after it, or by the first noun of "NAME (…), a … noun".
 * Null where it says nothing.
 */
export function kindCalled(text: string, start: number, end: number): Kind | null {
	const after = text.slice(end, end + 90);
	const apposed =
		/^(?: \([^)]*\))?(?:,|:| is| are)? (?:an?|the|our) ([^,.;:\n]*?)(?: that| which| for| to| of| with|[,.;:\n]|$)/i.exec(
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

/** What the words of a canonical form tell of its kind, its longest known head first; null where they do not. */
export function kindByHead(form: string): Kind | null {
	if (otherNames.has(form) || isCountry(form)) return 'other';
	const named = names.find(([, pattern]) => pattern.test(form));
	if (named) return named[0];
	const words = form.split(' ');
	for (let from = Math.max(0, words.length - longestHead); from < words.length; from += 1) {
		const kind = kindOfHead.get(words.slice(from).join(' '));
		if (kind) return kind;
	}
	const head = words.at(-1) ?? '';
	return kindOfHead.get(head.replace(prefix, '')) ?? (otherHeads.has(head) ? 'other' : null);
}
