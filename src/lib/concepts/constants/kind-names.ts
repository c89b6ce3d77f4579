import type { Kind } from '#lib/domain/kind.ts';

/** Canonical forms that are of a kind whatever stands around them, all of a form being matched. */
export interface NameGroup {
	kind: Kind;
	why: string;
	pattern: RegExp;
}

/** Names that everybody knows. They come before everything else; the first that fits wins. */
export const knownNames: readonly NameGroup[] = [
	{
		kind: 'dataset',
		why: 'Benchmarks that papers call by their bare name: nothing in it tells what they are.',
		pattern:
			/^(gsm ?\d+k?|math ?500|mmlu.*|mmmu.*|math ?vista|if ?eval|gen ?eval|human ?eval.*|mbpp|imagenet.*|ms ?coco|coco|cifar ?\d+|mnist|squad|glue|superglue|hellaswag|truthful ?qa|aime ?\d*|amc ?\d*|gpqa.*|bbh|gaia|alpaca ?eval.*|web ?arena|os ?world.*|android ?world|alf ?world|web ?shop|libero.*|calvin|humanity's last exam|hle|the pile|common crawl|wikitext.*|wikipedia)$/
	},
	{
		kind: 'model',
		why: 'Families of models, with their versions and sizes.',
		pattern:
			/^(gpt|chatgpt|llama|qwen\d*|gemini|gemma|claude|internvl|mistral|mixtral|deepseek|bert|roberta|clip|vit|resnet|t5|phi|o1|o3|stable diffusion|sdxl|sd ?\d.*|flux|sora|veo|mamba|llada|llava|hunyuanvideo|dino(v\d)?|sam ?\d?|nano banana|wan|whisper)([ \d.].*)?$/
	},
	{
		kind: 'method',
		why: 'Acronyms of ways that stand alone where no paper of the corpus writes them out.',
		pattern: /^(rag|cot|sft|rlhf|rlvr|grpo|dpo|ppo|lora|moe|off policy|on policy)$/
	},
	{
		kind: 'task',
		why: 'What is made of text: said as a task, though its last word is a thing.',
		pattern: /^text to (image|video|speech|3d|sql|audio|music)$/
	},
	{ kind: 'metric', why: 'Shares of right answers among several tries.', pattern: /^(pass ?@ ?\w+|top \d accuracy|f1|flop|ndcg ?@ ?\d+)$/ },
	{
		kind: 'other',
		why: 'Machines, formats and venues, which stand in every paper beside what it is about.',
		pattern: /^(nvidia .*|[abhv]\d{2,4}( gpu)?|html|json|xml|iclr|icml|neurips|cvpr|emnlp|hugging face|arxiv|github|mujoco|mri|stem)$/
	}
];

/** Endings that only names have, of systems and of what they are measured on. They are weighed as heads are. */
export const nameEndings: readonly NameGroup[] = [
	{
		kind: 'dataset',
		why: 'As authors name benchmarks: SWE-bench, HotpotQA, Terminal-Bench 2.0.',
		pattern: /(dataset|bench( \d[\d.]*)?|qa|-\d+k)$/
	},
	{
		kind: 'model',
		why: 'As authors name models after what they come from: CodeBERT, Video-LLM.',
		pattern: /(llm|vlm|mllm|lm|transformer|gpt-?\d*\w*|bert|llama.*|qwen.*)$/
	}
];
